package org.keyway.opcua.model;

import java.util.List;

/** What a data type is made of (OPC 10000-6 F.12 DataTypeDefinition), without what it inherits. */
public record ModelDefinition(Kind kind, List<ModelField> fields) {
    /** The definition of a data type that states none. */
    public static final ModelDefinition NONE = new ModelDefinition(Kind.NONE, List.of());

    /** How the fields are to be read. */
    public enum Kind {
        NONE,
        ENUMERATION,
        OPTION_SET,
        STRUCTURE,
        /** A structure whose {@code optional} fields are there always and may hold a subtype. */
        STRUCTURE_WITH_SUBTYPES,
        UNION
    }

    public ModelDefinition {
        fields = List.copyOf(fields);
    }
}
