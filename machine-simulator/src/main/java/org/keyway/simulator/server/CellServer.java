package org.keyway.simulator.server;

import io.netty.channel.Channel;
import io.netty.channel.nio.NioEventLoopGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigBuilder;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;
import org.keyway.simulator.SimulatedMachine;

/** One run of the cell's OPC UA server, from start to stop; loopback only, without security. */
final class CellServer {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int THREADS = 16;
    private static final int GOODBYE_SECONDS = 3;

    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "cell");
        thread.setDaemon(true);
        return thread;
    });
    private final NioEventLoopGroup network = new NioEventLoopGroup(1);
    private final Set<Channel> connections = Collections.newSetFromMap(new ConcurrentHashMap<>());
    private final List<ManagedNamespaceWithLifecycle> namespaces = new ArrayList<>();
    private final OpcUaServer server;

    /**
     * @param shift so many namespaces come before those of the machines
     */
    CellServer(int port, int shift, Collection<SimulatedMachine> machines, CellControl cell) {
        server = new OpcUaServer(config(port), profile -> new OpcTcpServerTransport(transport()));
        for (int i = 1; i <= shift; i++) {
            namespaces.add(new EmptyNamespace(server, "urn:cnc:option:" + i));
        }
        machines.forEach(machine -> namespaces.add(new MachineNamespace(server, machine, cell)));
        CellClock.shownBy(server, machines);
    }

    private OpcUaServerConfig config(int port) {
        EndpointConfig endpoint = EndpointConfig.newBuilder()
                .setBindAddress(LOOPBACK)
                .setHostname(LOOPBACK)
                .setBindPort(port)
                .setSecurityPolicy(SecurityPolicy.None)
                .setSecurityMode(MessageSecurityMode.None)
                .addTokenPolicy(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS)
                .build();
        return new OpcUaServerConfigBuilder()
                .setEndpoints(Set.of(endpoint))
                .setApplicationName(LocalizedText.english("Simulated cell"))
                .setApplicationUri("urn:cnc:cell")
                .setProductUri("urn:cnc")
                .setLimits(new CellLimits())
                .setIdentityValidator(AnonymousIdentityValidator.INSTANCE)
                .setCertificateManager(new DefaultCertificateManager(new MemoryCertificateQuarantine()))
                .setExecutor(executor)
                .build();
    }

    private OpcTcpServerTransportConfig transport() {
        return OpcTcpServerTransportConfig.newBuilder()
                .setExecutor(executor)
                .setEventLoop(network)
                .setChannelPipelineCustomizer(pipeline -> remember(pipeline.channel()))
                .build();
    }

    private void remember(Channel channel) {
        connections.add(channel);
        channel.closeFuture().addListener(closed -> connections.remove(channel));
    }

    void start() throws InterruptedException, ExecutionException {
        namespaces.forEach(ManagedNamespaceWithLifecycle::startup);
        server.startup().get();
    }

    int sessions() {
        return server.getSessionManager().getAllSessions().size();
    }

    void cutConnections() {
        for (Channel channel : connections) {
            channel.close().syncUninterruptibly();
        }
    }

    void stop() throws InterruptedException, ExecutionException {
        cutConnections();
        namespaces.forEach(ManagedNamespaceWithLifecycle::shutdown);
        try {
            server.shutdown().get(GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new ExecutionException("the server does not stop", e);
        } finally {
            network.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
            executor.shutdownNow();
        }
    }
}
