package org.keyway.opcua.model.nodeset;

import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.keyway.opcua.model.LocalNamespaces;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelDefinition;
import org.keyway.opcua.model.ModelField;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.ModelReference;
import org.keyway.opcua.model.NodeBody;
import org.keyway.opcua.model.Shape;

/**
 * Writes a NodeSet2 file (OPC 10000-6 Annex F) that {@link NodeSetReader} reads as the same model, and that engineering tools
 * import: aliases for the ids of OPC UA itself, a parent for each node that has one.
 */
public final class NodeSetWriter {
    private final LocalNamespaces namespaces;
    private final Map<ExpandedNodeId, String> names;
    private final XmlLines xml;

    private NodeSetWriter(LocalNamespaces namespaces, Map<ExpandedNodeId, String> names, XmlLines xml) {
        this.namespaces = namespaces;
        this.names = names;
        this.xml = xml;
    }

    /**
     * Writes a model.
     *
     * @param namespaces of the file, the model's own first, and every one that it speaks of
     * @param names of reference types and data types that become aliases
     * @throws IllegalArgumentException when a namespace is missing
     * @throws IllegalStateException when {@code out} can't be written
     */
    public static void write(Model model, LocalNamespaces namespaces, Map<ExpandedNodeId, String> names, Writer out) {
        try {
            XmlLines xml = new XmlLines(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out));
            new NodeSetWriter(namespaces, names, xml).write(model);
            xml.end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(Model model) throws XMLStreamException {
        xml.open("UANodeSet", Map.of("xmlns", NodeSetReader.NODE_SET));
        xml.open("NamespaceUris", Map.of());
        for (String uri : namespaces.uris()) {
            xml.leaf("Uri", Map.of(), uri);
        }
        xml.close();
        header(model);
        xml.open("Aliases", Map.of());
        SortedMap<String, String> aliases = new TreeMap<>();
        names.forEach((id, name) -> aliases.put(name, namespaces.text(id)));
        for (Map.Entry<String, String> alias : aliases.entrySet()) {
            xml.leaf("Alias", Map.of("Alias", alias.getKey()), alias.getValue());
        }
        xml.close();
        for (ModelNode node : model.nodes()) {
            node(node);
        }
        xml.close();
    }

    private void header(Model model) throws XMLStreamException {
        xml.open("Models", Map.of());
        xml.open("Model", modelAttributes(model.uri(), model.version(), model.published()));
        for (Model.Required each : model.requires()) {
            xml.leaf("RequiredModel", modelAttributes(each.uri(), each.version(), each.published()), "");
        }
        xml.close();
        xml.close();
    }

    private static Map<String, String> modelAttributes(String uri, String version, String published) {
        Attributes attributes = new Attributes().with("ModelUri", uri);
        attributes.unless(version.isEmpty(), "Version", version);
        attributes.unless(published.isEmpty(), "PublicationDate", published);
        return attributes.all();
    }

    private String id(ExpandedNodeId id) {
        String name = names.get(id);
        return name == null ? namespaces.text(id) : name;
    }

    private void node(ModelNode node) throws XMLStreamException {
        Attributes attributes = new Attributes()
                .with("NodeId", namespaces.text(node.id()))
                .with("BrowseName", namespaces.text(node.browseName()));
        for (ModelReference reference : node.references()) {
            if (!reference.forward() && isParent(reference)) {
                attributes.with("ParentNodeId", namespaces.text(reference.target()));
                break;
            }
        }
        attributes(node.body(), attributes);
        xml.open("UA" + node.body().nodeClass().name(), attributes.all());
        xml.leaf("DisplayName", Map.of(), node.displayName());
        xml.open("References", Map.of());
        for (ModelReference reference : node.references()) {
            Attributes each = new Attributes().with("ReferenceType", id(reference.type()));
            each.unless(reference.forward(), "IsForward", "false");
            xml.leaf("Reference", each.all(), namespaces.text(reference.target()));
        }
        xml.close();
        body(node);
        xml.close();
    }

    /** Only what belongs to a node has it as its parent, not what it organizes. */
    private boolean isParent(ModelReference reference) {
        String type = id(reference.type());
        return type.equals("HasComponent") || type.equals("HasProperty") || type.equals("HasAddIn");
    }

    private void attributes(NodeBody body, Attributes out) {
        if (body instanceof NodeBody.OfObject object) {
            out.unless(object.eventNotifier() == 0, "EventNotifier", object.eventNotifier());
        } else if (body instanceof NodeBody.OfVariable variable) {
            shape(variable.shape(), out);
            out.unless(variable.accessLevel() == 1, "AccessLevel", variable.accessLevel());
            double interval = variable.minimumSamplingInterval();
            out.unless(interval == 0, "MinimumSamplingInterval", interval);
        } else if (body instanceof NodeBody.OfMethod method) {
            out.unless(method.executable(), "Executable", "false");
        } else if (body instanceof NodeBody.OfObjectType type) {
            out.unless(!type.isAbstract(), "IsAbstract", "true");
        } else if (body instanceof NodeBody.OfVariableType type) {
            out.unless(!type.isAbstract(), "IsAbstract", "true");
            shape(type.shape(), out);
        } else if (body instanceof NodeBody.OfReferenceType type) {
            out.unless(!type.isAbstract(), "IsAbstract", "true");
            out.unless(!type.symmetric(), "Symmetric", "true");
        } else if (body instanceof NodeBody.OfDataType type) {
            out.unless(!type.isAbstract(), "IsAbstract", "true");
        } else if (body instanceof NodeBody.OfView view) {
            out.unless(!view.containsNoLoops(), "ContainsNoLoops", "true");
            out.unless(view.eventNotifier() == 0, "EventNotifier", view.eventNotifier());
        }
    }

    private void shape(Shape shape, Attributes out) {
        String type = namespaces.text(shape.dataType());
        out.unless(type.equals("i=24"), "DataType", id(shape.dataType()));
        out.unless(shape.rank() == Shape.SCALAR, "ValueRank", shape.rank());
        out.unless(shape.dimensions().isEmpty(), "ArrayDimensions", dimensions(shape.dimensions()));
    }

    private static String dimensions(List<Long> dimensions) {
        return dimensions.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private void body(ModelNode node) throws XMLStreamException {
        ValueLines values = new ValueLines(xml, namespaces);
        if (node.body() instanceof NodeBody.OfVariable variable) {
            values.write(variable.value());
        } else if (node.body() instanceof NodeBody.OfVariableType type) {
            values.write(type.value());
        } else if (node.body() instanceof NodeBody.OfReferenceType type
                && !type.inverseName().isEmpty()) {
            xml.leaf("InverseName", Map.of(), type.inverseName());
        } else if (node.body() instanceof NodeBody.OfDataType type
                && type.definition().kind() != ModelDefinition.Kind.NONE) {
            definition(node, type.definition());
        }
    }

    private void definition(ModelNode node, ModelDefinition definition) throws XMLStreamException {
        ModelDefinition.Kind kind = definition.kind();
        Attributes attributes = new Attributes().with("Name", namespaces.text(node.browseName()));
        attributes.unless(kind != ModelDefinition.Kind.OPTION_SET, "IsOptionSet", "true");
        attributes.unless(kind != ModelDefinition.Kind.UNION, "IsUnion", "true");
        xml.open("Definition", attributes.all());
        for (ModelField field : definition.fields()) {
            xml.leaf("Field", field(kind, field), "");
        }
        xml.close();
    }

    private Map<String, String> field(ModelDefinition.Kind kind, ModelField field) {
        Attributes attributes = new Attributes().with("Name", field.name());
        if (kind == ModelDefinition.Kind.ENUMERATION || kind == ModelDefinition.Kind.OPTION_SET) {
            return attributes.with("Value", field.value()).all();
        }
        shape(field.shape(), attributes);
        boolean subtypes = kind == ModelDefinition.Kind.STRUCTURE_WITH_SUBTYPES;
        attributes.unless(!field.optional(), subtypes ? "AllowSubTypes" : "IsOptional", "true");
        return attributes.all();
    }
}
