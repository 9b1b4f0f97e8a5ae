package org.keyway.opcua.model.nodeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.keyway.opcua.model.ModelCode;
import org.keyway.opcua.model.ModelDefinition;
import org.keyway.opcua.model.ModelField;
import org.keyway.opcua.model.ModelName;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.ModelReference;
import org.keyway.opcua.model.ModelValue;
import org.keyway.opcua.model.NodeBody;
import org.keyway.opcua.model.Shape;

/** Reads one node (OPC 10000-6 F.5 to F.11). */
final class NodeXml {
    private static final Set<String> NODES = Set.of(
            "UAObject",
            "UAVariable",
            "UAMethod",
            "UAObjectType",
            "UAVariableType",
            "UAReferenceType",
            "UADataType",
            "UAView");

    private static final long BYTE = 0xFF;

    private final NodeSetNames names;
    private final ValueXml values;
    private final Consumer<XmlElement> leftOut;

    /** @param leftOut is told of values that we don't read */
    NodeXml(NodeSetNames names, Consumer<XmlElement> leftOut) {
        this.names = names;
        this.values = new ValueXml(names);
        this.leftOut = leftOut;
    }

    static boolean isNode(XmlElement element) {
        return NODES.contains(element.name());
    }

    ModelNode read(XmlElement node) throws NodeSetException {
        ModelName browseName = names.name(required(node, "BrowseName"), node.line());
        String displayName = node.childText("DisplayName");
        return new ModelNode(
                names.id(required(node, "NodeId"), node.line()),
                browseName,
                displayName.isEmpty() ? browseName.name() : displayName,
                body(node),
                references(node));
    }

    private static String required(XmlElement element, String attribute) throws NodeSetException {
        return element.attribute(attribute)
                .orElseThrow(() ->
                        new NodeSetException(ModelCode.BAD_VALUE, element.line(), element.name() + "@" + attribute));
    }

    private List<ModelReference> references(XmlElement node) throws NodeSetException {
        List<ModelReference> references = new ArrayList<>();
        for (XmlElement each : node.within("References")) {
            references.add(new ModelReference(
                    names.id(required(each, "ReferenceType"), each.line()),
                    each.flag("IsForward", true),
                    names.id(each.text(), each.line())));
        }
        return references;
    }

    private NodeBody body(XmlElement node) throws NodeSetException {
        boolean isAbstract = node.flag("IsAbstract", false);
        int notifier = (int) NodeSetNames.number(node.attribute("EventNotifier", "0"), BYTE, node.line());
        return switch (node.name()) {
            case "UAObject" -> new NodeBody.OfObject(notifier);
            case "UAVariable" -> variable(node);
            case "UAMethod" -> new NodeBody.OfMethod(node.flag("Executable", true));
            case "UAObjectType" -> new NodeBody.OfObjectType(isAbstract);
            case "UAVariableType" -> new NodeBody.OfVariableType(isAbstract, shape(node), value(node));
            case "UAReferenceType" ->
                new NodeBody.OfReferenceType(isAbstract, node.flag("Symmetric", false), node.childText("InverseName"));
            case "UADataType" -> new NodeBody.OfDataType(isAbstract, definition(node));
            default -> new NodeBody.OfView(node.flag("ContainsNoLoops", false), notifier);
        };
    }

    private NodeBody variable(XmlElement node) throws NodeSetException {
        String interval = node.attribute("MinimumSamplingInterval", "0");
        try {
            return new NodeBody.OfVariable(
                    shape(node),
                    NodeSetNames.number(node.attribute("AccessLevel", "1"), NodeSetNames.UINT32, node.line()),
                    Double.parseDouble(interval),
                    value(node));
        } catch (NumberFormatException e) {
            throw new NodeSetException(ModelCode.BAD_VALUE, node.line(), interval);
        }
    }

    private Shape shape(XmlElement element) throws NodeSetException {
        return names.shape(
                element.attribute("DataType", "i=24"),
                element.attribute("ValueRank", "-1"),
                element.attribute("ArrayDimensions", ""),
                element.line());
    }

    private ModelValue value(XmlElement node) throws NodeSetException {
        Optional<XmlElement> element = node.child("Value");
        if (element.isEmpty()) {
            return ModelValue.NONE;
        }
        Optional<ModelValue> value = values.read(element.get());
        if (value.isEmpty()) {
            leftOut.accept(element.get());
        }
        return value.orElse(ModelValue.NONE);
    }

    private ModelDefinition definition(XmlElement node) throws NodeSetException {
        Optional<XmlElement> found = node.child("Definition");
        if (found.isEmpty()) {
            return ModelDefinition.NONE;
        }
        XmlElement definition = found.get();
        List<ModelField> fields = new ArrayList<>();
        boolean numbered = false;
        boolean subtyped = false;
        for (XmlElement field : definition.children()) {
            if (field.name().equals("Field")) {
                subtyped |= field.flag("AllowSubTypes", false);
                numbered |= field.attribute("Value").isPresent();
                fields.add(field(field));
            }
        }
        return new ModelDefinition(kind(definition, numbered, subtyped), fields);
    }

    private ModelField field(XmlElement field) throws NodeSetException {
        boolean subtypes = field.flag("AllowSubTypes", false);
        return new ModelField(
                required(field, "Name"),
                shape(field),
                subtypes || field.flag("IsOptional", false),
                NodeSetNames.number(field.attribute("Value", "0"), field.line()));
    }

    private static ModelDefinition.Kind kind(XmlElement definition, boolean numbered, boolean subtyped) {
        if (definition.flag("IsOptionSet", false)) {
            return ModelDefinition.Kind.OPTION_SET;
        }
        if (definition.flag("IsUnion", false)) {
            return ModelDefinition.Kind.UNION;
        }
        if (subtyped) {
            return ModelDefinition.Kind.STRUCTURE_WITH_SUBTYPES;
        }
        return numbered ? ModelDefinition.Kind.ENUMERATION : ModelDefinition.Kind.STRUCTURE;
    }
}
