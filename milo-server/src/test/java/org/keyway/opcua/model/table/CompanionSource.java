package org.keyway.opcua.model.table;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.util.Namespaces;
import org.keyway.opcua.model.LocalNamespaces;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.ModelReference;
import org.keyway.opcua.model.ModelValue;
import org.keyway.opcua.model.NodeBody;
import org.keyway.opcua.model.nodeset.NodeSetOutcome;
import org.keyway.opcua.model.nodeset.NodeSetReader;

/**
 * What the tables of the companion specifications are made from: the NodeSet2 files in the npm package
 * {@code node-opcua-nodesets}. To make them anew, unpack the package and run in the project's folder
 *
 * <pre>mvn -pl milo-server -am test -Dtest=CompanionTableTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dkeyway.nodesets=FOLDER/package/nodesets -Dkeyway.tables=src/main/resources/org/keyway/opcua/model/table</pre>
 *
 * Without {@code keyway.tables} the tables are held against the files.
 */
final class CompanionSource {
    private static final String PACKAGE = "npm package node-opcua-nodesets 2.185.0";
    private static final Map<CompanionTable, String> FILES = Map.of(
            CompanionTable.DI, "Opc.Ua.Di.NodeSet2.xml",
            CompanionTable.IA, "Opc.Ua.IA.NodeSet2.xml",
            CompanionTable.MACHINERY, "Opc.Ua.Machinery.NodeSet2.xml",
            CompanionTable.JOB_CONTROL, "opc.ua.isa95-jobcontrol.nodeset2.xml",
            CompanionTable.JOBS, "Opc.Ua.Machinery.Jobs.Nodeset2.xml");

    private CompanionSource() {}

    /** The folder of the package's files, when it is at hand. */
    static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty("keyway.nodesets")).map(Path::of);
    }

    /** The tables that are made from files; our own types are written by hand. */
    static Set<CompanionTable> tables() {
        return FILES.keySet();
    }

    /** The model in a file, in the order of ids and without the values that are old type dictionaries. */
    static Model read(CompanionTable table, Path folder) {
        NodeSetOutcome outcome = NodeSetReader.read(folder.resolve(FILES.get(table)));
        if (!(outcome instanceof NodeSetOutcome.Read read) || !read.remarks().isEmpty()) {
            throw new AssertionError(outcome.toString());
        }
        Model model = read.models().get(0);
        List<ModelNode> nodes = model.nodes().stream()
                .map(CompanionSource::withoutDictionary)
                .sorted(Comparator.comparingLong(node -> ((UInteger) node.id().identifier()).longValue()))
                .toList();
        return new Model(model.uri(), model.version(), model.published(), model.requires(), nodes);
    }

    private static ModelNode withoutDictionary(ModelNode node) {
        if (node.body() instanceof NodeBody.OfVariable variable
                && variable.value().type().equals("ByteString")) {
            NodeBody empty = new NodeBody.OfVariable(
                    variable.shape(), variable.accessLevel(), variable.minimumSamplingInterval(), ModelValue.NONE);
            return new ModelNode(node.id(), node.browseName(), node.displayName(), empty, node.references());
        }
        return node;
    }

    /** The text of a table. */
    static String table(CompanionTable table, Model model) {
        return ModelTableWriter.write(
                model,
                namespaces(model),
                names(),
                List.of(
                        "The nodes of " + model.uri() + " " + model.version() + " without descriptions.",
                        "Made from " + FILES.get(table) + " of " + PACKAGE
                                + "; values of old type dictionaries left out.",
                        "The format is described at org.keyway.opcua.model.table."));
    }

    private static LocalNamespaces namespaces(Model model) {
        Set<String> uris = new LinkedHashSet<>(List.of(model.uri()));
        for (ModelNode node : model.nodes()) {
            uris.add(node.browseName().namespace());
            for (ModelReference reference : node.references()) {
                uris.add(String.valueOf(reference.type().getNamespaceUri()));
                uris.add(String.valueOf(reference.target().getNamespaceUri()));
            }
            if (node.body() instanceof NodeBody.OfVariable variable) {
                uris.add(String.valueOf(variable.shape().dataType().getNamespaceUri()));
            }
        }
        uris.remove(Namespaces.OPC_UA);
        return new LocalNamespaces(new ArrayList<>(uris));
    }

    /** The names of OPC UA's own nodes. */
    static Map<ExpandedNodeId, String> names() {
        Map<ExpandedNodeId, String> names = new HashMap<>();
        for (Field field : NodeIds.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == NodeId.class) {
                names.put(LocalNamespaces.of(Namespaces.OPC_UA, id(field).getIdentifier()), field.getName());
            }
        }
        return names;
    }

    private static NodeId id(Field field) {
        try {
            return (NodeId) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
