package org.keyway.benchmark.opcua;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigBuilder;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.opcua.security.certificate.Pki;
import org.keyway.opcua.security.certificate.ServerCertificates;

/** A server of the bare stack: variables, nothing that guards them, sampled as the stack does it. */
final class BareServer implements AutoCloseable {
    private final OpcUaServer server;
    private final Variables variables;
    private final int port;

    private BareServer(OpcUaServer server, Variables variables, int port) {
        this.server = server;
        this.variables = variables;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param pki an empty folder for its certificate; it trusts everybody
     */
    static BareServer start(int count, Path pki) throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        ServerCertificates certificates = new ServerCertificates(
                new Pki(new OpcUaConfiguration(pki, port), Clock.systemUTC()), (chain, uri, hosts) -> {});
        EndpointConfig.Builder endpoint = EndpointConfig.newBuilder()
                .setBindAddress("127.0.0.1")
                .setHostname("127.0.0.1")
                .setBindPort(port)
                .setPath("/bare")
                .setCertificate(certificates::current)
                .addTokenPolicy(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS);
        Set<EndpointConfig> endpoints = Set.of(
                endpoint.copy().build(),
                endpoint.copy()
                        .setSecurityPolicy(SecurityPolicy.Basic256Sha256)
                        .setSecurityMode(MessageSecurityMode.SignAndEncrypt)
                        .build());
        OpcUaServer server = new OpcUaServer(
                new OpcUaServerConfigBuilder()
                        .setEndpoints(endpoints)
                        .setApplicationName(LocalizedText.english("bare"))
                        .setApplicationUri("urn:keyway:benchmark:bare")
                        .setProductUri("urn:keyway:benchmark")
                        .setIdentityValidator(AnonymousIdentityValidator.INSTANCE)
                        .setLimits(new RoomyLimits())
                        .setCertificateManager(
                                new DefaultCertificateManager(new MemoryCertificateQuarantine(), certificates))
                        .build(),
                profile -> new OpcTcpServerTransport(
                        OpcTcpServerTransportConfig.newBuilder().build()));
        Variables variables = new Variables(server, count);
        variables.startup();
        server.startup().get();
        return new BareServer(server, variables, port);
    }

    String url() {
        return "opc.tcp://127.0.0.1:" + port + "/bare";
    }

    List<NodeId> ids() {
        return variables.nodes.stream().map(UaVariableNode::getNodeId).toList();
    }

    void set(int first, int count, double value) {
        variables.nodes.subList(first, first + count).forEach(node -> node.setValue(new DataValue(Variant.of(value))));
    }

    /** Takes over values, of whatever type, so that answers are as long as ours. */
    void sameValuesAs(List<DataValue> values) {
        for (int i = 0; i < values.size(); i++) {
            variables.nodes.get(i).setValue(values.get(i));
        }
    }

    @Override
    public void close() {
        variables.shutdown();
        server.shutdown().join();
    }

    private static final class Variables extends ManagedNamespaceWithLifecycle {
        private final List<UaVariableNode> nodes = new ArrayList<>();
        private final SubscriptionModel sampling;

        Variables(OpcUaServer server, int count) {
            super(server, "urn:keyway:benchmark:variables");
            sampling = new SubscriptionModel(server, this);
            getLifecycleManager().addLifecycle(sampling);
            for (int i = 0; i < count; i++) {
                String name = "v" + i;
                UaVariableNode node = UaVariableNode.build(
                        getNodeContext(),
                        builder -> builder.setNodeId(new NodeId(getNamespaceIndex(), name))
                                .setBrowseName(new QualifiedName(getNamespaceIndex(), name))
                                .setDisplayName(LocalizedText.english(name))
                                .setDataType(NodeIds.Double)
                                .setTypeDefinition(NodeIds.BaseDataVariableType)
                                .setValue(new DataValue(Variant.of(0.0)))
                                .build());
                getNodeManager().addNode(node);
                node.addReference(new Reference(
                        node.getNodeId(),
                        NodeIds.HasComponent,
                        NodeIds.ObjectsFolder.expanded(),
                        Reference.Direction.INVERSE));
                nodes.add(node);
            }
        }

        @Override
        public void onDataItemsCreated(List<DataItem> items) {
            sampling.onDataItemsCreated(items);
        }

        @Override
        public void onDataItemsModified(List<DataItem> items) {
            sampling.onDataItemsModified(items);
        }

        @Override
        public void onDataItemsDeleted(List<DataItem> items) {
            sampling.onDataItemsDeleted(items);
        }

        @Override
        public void onMonitoringModeChanged(List<MonitoredItem> items) {
            sampling.onMonitoringModeChanged(items);
        }
    }
}
