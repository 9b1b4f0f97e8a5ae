package org.keyway.opcua.server;

import jakarta.inject.Inject;
import java.io.Writer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;
import org.keyway.opcua.model.LocalNamespaces;
import org.keyway.opcua.model.MachineryIds;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.load.ServerModel;
import org.keyway.opcua.model.load.UsedNamespaces;
import org.keyway.opcua.model.nodeset.NodeSetWriter;
import org.keyway.opcua.model.table.CompanionTable;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.opcua.space.MachineSpace;
import org.keyway.opcua.space.MachineTree;
import org.keyway.opcua.space.Namespaces;
import org.keyway.opcua.space.NodeOwner;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopSource;

/**
 * Writes NodeSet2 files (OPC 10000-6 Annex F) of what our server shows, for engineering tools that know a server by its file.
 * The address space is built for this alone; nothing listens.
 */
public final class NodeSetExport {
    private static final String VERSION = "1.0.0";
    private static final String OPC_UA = "http://opcfoundation.org/UA/";

    private final WorkshopSource workshop;
    private final Set<MachineFeature> features;
    private final CompanionModels models;
    private final Clock clock;

    @Inject
    public NodeSetExport(WorkshopSource workshop, Set<MachineFeature> features, CompanionModels models, Clock clock) {
        this.workshop = workshop;
        this.features = features;
        this.models = models;
        this.clock = clock;
    }

    /** An address space without an endpoint. */
    private record Offline(OpcUaServer server, Namespaces namespaces, MachineSpace space, List<Model> models)
            implements AutoCloseable {
        @Override
        public void close() {
            space.shutdown();
        }
    }

    private Offline offline() {
        OpcUaServer server = new OpcUaServer(
                OpcUaServerConfig.builder()
                        .setApplicationUri("urn:keyway:export")
                        .setEndpoints(Set.of())
                        .setCertificateManager(new DefaultCertificateManager(new MemoryCertificateQuarantine()))
                        .build(),
                profile -> new OpcTcpServerTransport(
                        OpcTcpServerTransportConfig.newBuilder().build()));
        Namespaces namespaces = Namespaces.register(server.getNamespaceTable());
        MachineSpace space = new MachineSpace(server, namespaces);
        space.startup();
        return new Offline(server, namespaces, space, models.load(server));
    }

    /** Writes our types, on which the files of machines rest. */
    public void types(Writer out) {
        try (Offline offline = offline()) {
            write(CompanionTable.KEYWAY.read(), offline, out);
        }
    }

    /**
     * Writes the nodes of one machine.
     *
     * @throws IllegalArgumentException when there is no such machine, or its profile is missing
     */
    public void machine(String id, Writer out) {
        Workshop current = workshop.current();
        Machine machine =
                current.machine(id).orElseThrow(() -> new IllegalArgumentException("there is no machine " + id));
        MachineProfile profile = current.profile(machine.profile())
                .orElseThrow(() -> new IllegalArgumentException("there is no profile " + machine.profile()));
        try (Offline offline = offline()) {
            MachineTree tree = new MachineTree(offline.space(), features, machines(offline));
            tree.make(machine, profile);
            List<ModelNode> nodes = nodes(offline, id);
            tree.detach();
            write(model(nodes), offline, out);
        }
    }

    private static UaNode machines(Offline offline) {
        NodeId id = new NodeId(offline.namespaces().index(Namespaces.MACHINERY), MachineryIds.MACHINES);
        return offline.server().getAddressSpaceManager().getManagedNode(id).orElseThrow();
    }

    private static List<ModelNode> nodes(Offline offline, String machine) {
        MachineSpace space = offline.space();
        List<UaNode> nodes = space.getNodeManager().getNodes().stream()
                .filter(node -> space.owner(node.getNodeId())
                        .flatMap(NodeOwner::machine)
                        .equals(Optional.of(machine)))
                .toList();
        return new ServerModel(offline.server()).nodes(nodes);
    }

    private Model model(List<ModelNode> nodes) {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return new Model(Namespaces.MACHINES, VERSION, now, List.of(), nodes);
    }

    /** Writes a model with the versions of those that it speaks of, as they are here. */
    private static void write(Model model, Offline offline, Writer out) {
        Set<String> used = UsedNamespaces.of(model);
        List<String> uris = new ArrayList<>(List.of(model.uri()));
        List<Model.Required> requires = new ArrayList<>(List.of(core(offline.server())));
        for (Model each : offline.models()) {
            if (used.contains(each.uri()) && !each.uri().equals(model.uri())) {
                uris.add(each.uri());
                requires.add(new Model.Required(each.uri(), each.version(), each.published()));
            }
        }
        NodeSetWriter.write(
                new Model(model.uri(), model.version(), model.published(), requires, model.nodes()),
                new LocalNamespaces(uris),
                TypeNames.of(model, offline.server()),
                out);
    }

    /** OPC UA itself, as Milo has it. */
    private static Model.Required core(OpcUaServer server) {
        Object version = server.getAddressSpaceManager()
                .getManagedNode(NodeIds.OPCUANamespaceMetadata_NamespaceVersion)
                .map(node -> ((UaVariableNode) node).getValue().value().value())
                .orElse("");
        return new Model.Required(OPC_UA, String.valueOf(version), "");
    }
}
