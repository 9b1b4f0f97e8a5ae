package org.keyway.opcua.model.nodeset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.util.Namespaces;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelCode;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.ModelProblem;

/**
 * Reads a NodeSet2 file (OPC 10000-6 Annex F). Descriptions, documentation and extensions are not read. Files up to 32 MiB
 * and 100,000 nodes; never throws.
 */
public final class NodeSetReader {
    private static final int LARGEST = 32 * 1024 * 1024;
    private static final int MOST_NODES = 100_000;
    static final String NODE_SET = "http://opcfoundation.org/UA/2011/03/UANodeSet.xsd";

    private final NodeSetNames names = new NodeSetNames();
    private final String file;
    /** The first value of each kind that is not read; some files have hundreds. */
    private final Map<String, ModelProblem> remarks = new LinkedHashMap<>();

    private final Map<String, Model> headers = new LinkedHashMap<>();
    private final Map<String, List<ModelNode>> nodes = new LinkedHashMap<>();
    private final Set<ExpandedNodeId> ids = new HashSet<>();
    private final NodeXml nodeXml;

    private NodeSetReader(String file) {
        this.file = file;
        this.nodeXml = new NodeXml(names, this::leaveOut);
    }

    private void leaveOut(XmlElement value) {
        String kind = contents(value);
        remarks.putIfAbsent(kind, new ModelProblem(ModelCode.VALUE_LEFT_OUT, file, value.line(), kind));
    }

    private static String contents(XmlElement value) {
        return value.children().stream().map(XmlElement::name).findFirst().orElse("");
    }

    /** Reads a file. */
    public static NodeSetOutcome read(Path path) {
        String name = String.valueOf(path.getFileName());
        try (InputStream in = Files.newInputStream(path)) {
            return read(in.readNBytes(LARGEST + 1), name);
        } catch (IOException e) {
            return refused(ModelCode.UNREADABLE, name, e.getClass().getSimpleName());
        }
    }

    /** Reads a document; {@code name} is what problems call it. */
    public static NodeSetOutcome read(byte[] document, String name) {
        if (document.length > LARGEST) {
            return refused(ModelCode.TOO_LARGE, name, LARGEST / (1024 * 1024) + " MiB");
        }
        try {
            return new NodeSetReader(name).read(document);
        } catch (NodeSetException e) {
            return new NodeSetOutcome.Refused(e.problem(name));
        }
    }

    private static NodeSetOutcome refused(ModelCode code, String file, String what) {
        return new NodeSetOutcome.Refused(new ModelProblem(code, file, 0, what));
    }

    private NodeSetOutcome read(byte[] document) throws NodeSetException {
        XmlSource source = new XmlSource(document);
        XmlElement root = source.root();
        if (!root.name().equals("UANodeSet") || !root.namespace().equals(NODE_SET)) {
            throw new NodeSetException(ModelCode.NOT_A_NODESET, root.line(), root.name());
        }
        for (Optional<XmlElement> each = source.next(); each.isPresent(); each = source.next()) {
            take(each.get());
        }
        if (headers.isEmpty()) {
            throw new NodeSetException(ModelCode.NOT_A_NODESET, root.line(), "Model");
        }
        List<Model> models = headers.values().stream()
                .map(header -> new Model(
                        header.uri(),
                        header.version(),
                        header.published(),
                        header.requires(),
                        nodes.getOrDefault(header.uri(), List.of())))
                .toList();
        return new NodeSetOutcome.Read(models, List.copyOf(remarks.values()));
    }

    private void take(XmlElement element) throws NodeSetException {
        switch (element.name()) {
            case "NamespaceUris" ->
                names.namespaces(
                        element.children().stream().map(XmlElement::text).toList());
            case "Models" -> element.children().forEach(this::header);
            case "Aliases" -> element.children().forEach(each -> names.alias(each.attribute("Alias", ""), each.text()));
            default -> {
                if (NodeXml.isNode(element)) {
                    node(element);
                }
            }
        }
    }

    private void header(XmlElement model) {
        List<Model.Required> requires = model.children().stream()
                .filter(child -> child.name().equals("RequiredModel"))
                .map(child -> new Model.Required(
                        child.attribute("ModelUri", ""),
                        child.attribute("Version", ""),
                        child.attribute("PublicationDate", "")))
                .toList();
        String uri = model.attribute("ModelUri", "");
        headers.put(
                uri,
                new Model(
                        uri,
                        model.attribute("Version", ""),
                        model.attribute("PublicationDate", ""),
                        requires,
                        List.of()));
    }

    private void node(XmlElement element) throws NodeSetException {
        headerOfAnOldFile();
        ModelNode node = nodeXml.read(element);
        String namespace = String.valueOf(node.id().getNamespaceUri());
        if (!headers.containsKey(namespace)) {
            throw new NodeSetException(ModelCode.FOREIGN_NODE, element.line(), element.attribute("NodeId", ""));
        }
        if (!ids.add(node.id())) {
            throw new NodeSetException(ModelCode.DUPLICATE_NODE, element.line(), element.attribute("NodeId", ""));
        }
        if (ids.size() > MOST_NODES) {
            throw new NodeSetException(ModelCode.TOO_LARGE, element.line(), MOST_NODES + " nodes");
        }
        nodes.computeIfAbsent(namespace, uri -> new ArrayList<>()).add(node);
    }

    /** Files from before there were models mean their first namespace. */
    private void headerOfAnOldFile() {
        if (headers.isEmpty()) {
            String uri = names.namespaces().uri(1).orElse(Namespaces.OPC_UA);
            headers.put(uri, new Model(uri, "", "", List.of(), List.of()));
        }
    }
}
