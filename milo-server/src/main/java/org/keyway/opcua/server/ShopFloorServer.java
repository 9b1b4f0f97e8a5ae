package org.keyway.opcua.server;

import io.netty.channel.nio.NioEventLoopGroup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigBuilder;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.nodes.UaFolderNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.channel.EncodingLimits;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;
import org.jspecify.annotations.Nullable;
import org.keyway.job.Job;
import org.keyway.job.MachineBoard;
import org.keyway.job.Service;
import org.keyway.job.ShopFloorListener;
import org.keyway.job.link.MachineStatus;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.opcua.isa95.Isa95DataType;
import org.keyway.opcua.security.ApplicationIdentity;
import org.keyway.opcua.space.GatewayFeature;
import org.keyway.opcua.space.GatewayNode;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.opcua.space.MachineSpace;
import org.keyway.opcua.space.MachineTree;
import org.keyway.opcua.space.Namespaces;
import org.keyway.profile.Machine;
import org.keyway.profile.WorkshopSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server itself: one endpoint without security on the loopback address, read only. */
@Singleton
public final class ShopFloorServer implements Service, ShopFloorListener {
    private static final Logger LOG = LoggerFactory.getLogger(ShopFloorServer.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int LARGEST_MESSAGE = 512 * 1024;
    private static final int CHUNK = 65_535;
    private static final int CHUNKS = 16;
    private static final int DEEPEST = 32;
    private static final int THREADS = 4;
    private static final int GOODBYE_SECONDS = 3;
    private static final int MACHINES = 1001;

    private final OpcUaConfiguration configuration;
    private final WorkshopSource workshop;
    private final MachineBoard board;
    private final Set<MachineFeature> features;
    private final Set<GatewayFeature> gatewayFeatures;
    private volatile @Nullable Running running;

    private record Running(
            OpcUaServer server,
            MachineSpace space,
            MachineTree tree,
            int port,
            ThreadPoolExecutor executor,
            NioEventLoopGroup network) {}

    @Inject
    ShopFloorServer(
            OpcUaConfiguration configuration,
            WorkshopSource workshop,
            MachineBoard board,
            Set<MachineFeature> features,
            Set<GatewayFeature> gatewayFeatures) {
        this.configuration = configuration;
        this.workshop = workshop;
        this.board = board;
        this.features = features;
        this.gatewayFeatures = gatewayFeatures;
    }

    @Override
    public void start() throws IOException, InterruptedException, ExecutionException {
        int port = configuration.port() == 0 ? freePort() : configuration.port();
        ThreadPoolExecutor executor = executor();
        NioEventLoopGroup network = new NioEventLoopGroup(1);
        OpcTcpServerTransportConfig transport = OpcTcpServerTransportConfig.newBuilder()
                .setExecutor(executor)
                .setEventLoop(network)
                .build();
        OpcUaServer server = new OpcUaServer(config(port, executor), profile -> new OpcTcpServerTransport(transport));
        forbidDiagnosticsSwitch(server);
        Namespaces namespaces = Namespaces.register(server.getNamespaceTable());
        Isa95DataType.register(server.getStaticDataTypeManager(), server.getNamespaceTable());
        Isa95DataType.register(server.getDynamicDataTypeManager(), server.getNamespaceTable());
        MachineSpace space = new MachineSpace(server, namespaces);
        space.startup();
        server.startup().get();
        running = new Running(
                server, space, new MachineTree(space, features, machines(space, namespaces)), port, executor, network);
        GatewayNode gateway = new GatewayNode(space);
        gatewayFeatures.forEach(feature -> feature.attach(gateway));
        workshop.onChange(this::showWorkshop);
        showWorkshop();
    }

    /** The entry point of all machines (OPC 40001-1 7.2). */
    private static UaNode machines(MachineSpace space, Namespaces namespaces) {
        UShort machinery = namespaces.index(Namespaces.MACHINERY);
        UaFolderNode machines = new UaFolderNode(
                space.getNodeContext(),
                new NodeId(machinery, MACHINES),
                new QualifiedName(machinery, "Machines"),
                LocalizedText.english("Machines"));
        space.getNodeManager().addNode(machines);
        machines.addReference(new Reference(
                machines.getNodeId(),
                NodeIds.Organizes,
                NodeIds.ObjectsFolder.expanded(),
                Reference.Direction.INVERSE));
        return machines;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static ThreadPoolExecutor executor() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(),
                work -> new Thread(work, "opcua-server"));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private static OpcUaServerConfig config(int port, ThreadPoolExecutor executor) {
        EndpointConfig endpoint = EndpointConfig.newBuilder()
                .setBindAddress(LOOPBACK)
                .setHostname(LOOPBACK)
                .setBindPort(port)
                .setPath("/keyway")
                .setSecurityPolicy(SecurityPolicy.None)
                .setSecurityMode(MessageSecurityMode.None)
                .addTokenPolicy(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS)
                .build();
        return new OpcUaServerConfigBuilder()
                .setEndpoints(Set.of(endpoint))
                .setApplicationName(LocalizedText.english("Keyway"))
                .setApplicationUri(ApplicationIdentity.APPLICATION_URI)
                .setProductUri("urn:keyway")
                .setEncodingLimits(new EncodingLimits(CHUNK, CHUNKS, LARGEST_MESSAGE, DEEPEST))
                .setLimits(new ServerLimits())
                .setIdentityValidator(AnonymousIdentityValidator.INSTANCE)
                .setCertificateManager(new DefaultCertificateManager(new MemoryCertificateQuarantine()))
                .setExecutor(executor)
                .build();
    }

    /** Anyone could switch diagnostics on before 1.1.5 (CVE-2026-63248). */
    private static void forbidDiagnosticsSwitch(OpcUaServer server) {
        server.getAddressSpaceManager()
                .getManagedNode(NodeIds.Server_ServerDiagnostics_EnabledFlag)
                .ifPresent(node -> {
                    UaVariableNode flag = (UaVariableNode) node;
                    flag.setAccessLevel(AccessLevel.toValue(AccessLevel.READ_ONLY));
                    flag.setUserAccessLevel(AccessLevel.toValue(AccessLevel.READ_ONLY));
                });
    }

    /** Where clients connect, once started. */
    public String url() {
        Running now = running;
        if (now == null) {
            throw new IllegalStateException("not started");
        }
        return "opc.tcp://" + LOOPBACK + ":" + now.port() + "/keyway";
    }

    private void showWorkshop() {
        Running now = running;
        if (now == null) {
            return;
        }
        now.tree().reconcile(workshop.current());
        for (Machine machine : List.copyOf(workshop.current().machines())) {
            machineChanged(machine.id(), board.status(machine.id()));
            board.currentJob(machine.id()).ifPresent(this::jobChanged);
        }
    }

    @Override
    public void jobChanged(Job job) {
        Running now = running;
        if (now != null) {
            job.machine().ifPresent(machine -> now.tree().tell(machine, attachment -> attachment.jobChanged(job)));
        }
    }

    @Override
    public void machineChanged(String machine, MachineStatus status) {
        Running now = running;
        if (now != null) {
            now.tree().tell(machine, attachment -> attachment.machineChanged(status));
        }
    }

    @Override
    public void stop() {
        Running last = running;
        running = null;
        if (last == null) {
            return;
        }
        gatewayFeatures.forEach(GatewayFeature::detach);
        last.tree().clear();
        last.space().shutdown();
        try {
            last.server().shutdown().get(GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the OPC UA server did not end in good order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        last.network().shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
        last.executor().shutdown();
    }
}
