package org.keyway.opcua.model;

import java.util.List;

/**
 * A value that a model gives to a variable.
 *
 * @param type the name of the elements' built-in type, or {@code Argument}, {@code EnumValueType}, {@code EUInformation},
 *     {@code Range}; empty when there is no value
 * @param list whether it is an array
 * @param elements Milo's types for built-in types and structures, but {@link ModelName} for a QualifiedName,
 *     {@link ModelArgument} for an Argument and an ExpandedNodeId with a namespace URI for a NodeId
 */
public record ModelValue(String type, boolean list, List<Object> elements) {
    /** No value. */
    public static final ModelValue NONE = new ModelValue("", false, List.of());

    public ModelValue {
        elements = List.copyOf(elements);
    }

    /** Whether there is a value. */
    public boolean isPresent() {
        return !type.isEmpty();
    }
}
