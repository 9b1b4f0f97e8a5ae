package org.keyway.opcua.model.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.util.Namespaces;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelCode;
import org.keyway.opcua.model.ModelProblem;
import org.keyway.opcua.model.load.ModelFolder.Found;
import org.keyway.opcua.model.table.CompanionTable;

/**
 * Loads models into a server before it listens: those of the program, then those of a folder. Codecs that are registered
 * before are left alone; structures without one get a dynamic codec.
 */
public final class ModelLoader {
    private final OpcUaServer server;
    private final NamespaceOrder order;
    private final ServerIds ids;
    private final TypeDefinitions definitions;
    private final Set<String> reserved;
    private final Map<String, Model> loaded = new HashMap<>();
    private final List<Model> models = new ArrayList<>();
    private final List<ModelProblem> problems = new ArrayList<>();
    private final List<ModelNamespace> namespaces = new ArrayList<>();

    /**
     * For one server, to be used once.
     *
     * @param server whose namespaces so far are not for files to fill
     * @param order gives namespaces of files their indexes
     */
    public ModelLoader(OpcUaServer server, NamespaceOrder order) {
        this.server = server;
        this.order = order;
        this.reserved = Set.of(server.getNamespaceTable().toArray());
        this.ids = new ServerIds(server.getNamespaceTable());
        this.definitions = new TypeDefinitions(server, ids);
    }

    /**
     * Loads everything; a file that is wrong is told of in what this answers.
     *
     * @param folders of NodeSet2 files
     */
    public LoadedModels load(List<Path> folders) {
        NamespaceTable table = server.getNamespaceTable();
        for (CompanionTable companion : CompanionTable.values()) {
            add(companion.read());
        }
        order.known().forEach(table::add);
        addAll(folders.stream().map(ModelFolder::read).toList());
        server.updateReferenceTypeTree();
        server.updateDataTypeTree();
        server.updateObjectTypeTree();
        server.updateVariableTypeTree();
        TypeCodecs codecs = new TypeCodecs(server, ids);
        for (Model model : models) {
            codecs.register(model)
                    .forEach(type -> problems.add(new ModelProblem(ModelCode.TYPE_UNUSABLE, model.uri(), 0, type)));
        }
        models.forEach(model -> EventTypes.register(server, ids, model));
        return new LoadedModels(models, problems);
    }

    /** Takes the namespaces out of the server, the last one first. */
    public void unload() {
        for (int i = namespaces.size() - 1; i >= 0; i--) {
            namespaces.get(i).shutdown();
        }
        namespaces.clear();
    }

    private void add(Model model) {
        ModelNamespace namespace = new ModelNamespace(server, model.uri());
        namespace.startup();
        namespaces.add(namespace);
        new ModelNodes(namespace.getNodeContext(), ids).add(model.nodes());
        definitions.define(model);
        loaded.put(model.uri(), model);
        models.add(model);
    }

    private void addAll(List<ModelFolder> folders) {
        List<Found> waiting = new ArrayList<>();
        for (ModelFolder folder : folders) {
            problems.addAll(folder.problems());
            waiting.addAll(folder.models());
        }
        for (Optional<Found> next = next(waiting); next.isPresent(); next = next(waiting)) {
            waiting.remove(next.get());
            addFrom(next.get());
        }
        for (Found left : waiting) {
            tell(ModelCode.REQUIRED_MODEL_MISSING, left, missing(left.model()).orElseThrow());
        }
    }

    private Optional<Found> next(List<Found> waiting) {
        return waiting.stream().filter(each -> missing(each.model()).isEmpty()).findFirst();
    }

    private Optional<String> missing(Model model) {
        return UsedNamespaces.of(model).stream()
                .filter(uri -> !uri.equals(Namespaces.OPC_UA) && !uri.equals(model.uri()) && !loaded.containsKey(uri))
                .findFirst();
    }

    private void addFrom(Found found) {
        Model model = found.model();
        if (loaded.containsKey(model.uri()) || reserved.contains(model.uri())) {
            tell(ModelCode.MODEL_PRESENT, found, model.uri());
            return;
        }
        Optional<ExpandedNodeId> fault = TypeHierarchy.fault(model);
        if (fault.isPresent()) {
            tell(ModelCode.TYPE_CIRCLE, found, fault.get().toParseableString());
            return;
        }
        for (Model.Required each : model.requires()) {
            Model present = loaded.get(each.uri());
            if (present != null && each.published().compareTo(present.published()) > 0) {
                tell(ModelCode.REQUIRED_MODEL_OLDER, found, each.uri() + " " + each.version());
            }
        }
        if (!order.known().contains(model.uri())) {
            order.append(model.uri());
        }
        add(model);
        danglingIn(model).ifPresent(target -> tell(ModelCode.TARGET_MISSING, found, target.toParseableString()));
    }

    private void tell(ModelCode code, Found found, String what) {
        problems.add(new ModelProblem(code, found.file(), 0, what));
    }

    private Optional<ExpandedNodeId> danglingIn(Model model) {
        return model.nodes().stream()
                .flatMap(node -> node.references().stream())
                .flatMap(reference -> Stream.of(reference.type(), reference.target()))
                .filter(id -> server.getAddressSpaceManager()
                        .getManagedNode(ids.id(id))
                        .isEmpty())
                .findFirst();
    }
}
