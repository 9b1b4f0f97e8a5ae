package org.keyway.simulator.server;

import io.netty.channel.Channel;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

/** One run of an OPC UA server, from start to stop; loopback only, without security where none is given. */
public final class LoopbackServer {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int THREADS = 16;
    private static final int GOODBYE_SECONDS = 3;

    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "simulated-device");
        thread.setDaemon(true);
        return thread;
    });
    private final NioEventLoopGroup network = new NioEventLoopGroup(1);
    private final Set<Channel> connections = Collections.newSetFromMap(new ConcurrentHashMap<>());
    private final List<ManagedNamespaceWithLifecycle> namespaces = new ArrayList<>();
    private final OpcUaServer server;

    /**
     * Makes a server that has no namespaces of its own yet.
     *
     * @param uri of the application
     */
    public LoopbackServer(int port, String name, String uri) {
        this(port, name, uri, Optional.empty());
    }

    /**
     * The same with security.
     *
     * @param security by which clients come in; without it everybody does
     */
    public LoopbackServer(int port, String name, String uri, Optional<DeviceSecurity> security) {
        server = new OpcUaServer(config(port, name, uri, security), profile -> new OpcTcpServerTransport(transport()));
    }

    /** The server, for namespaces to be made in. */
    public OpcUaServer milo() {
        return server;
    }

    /** Adds a namespace; the order is that of the indexes. */
    public void add(ManagedNamespaceWithLifecycle namespace) {
        namespaces.add(namespace);
    }

    /** A port that is free now. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private OpcUaServerConfig config(int port, String name, String uri, Optional<DeviceSecurity> security) {
        EndpointConfig.Builder endpoint = EndpointConfig.newBuilder()
                .setBindAddress(LOOPBACK)
                .setHostname(LOOPBACK)
                .setBindPort(port);
        security.ifPresentOrElse(
                guarded -> endpoint.setCertificate(guarded.certificate())
                        .setSecurityPolicy(SecurityPolicy.Basic256Sha256)
                        .setSecurityMode(MessageSecurityMode.SignAndEncrypt)
                        .addTokenPolicy(OpcUaServerConfig.USER_TOKEN_POLICY_USERNAME),
                () -> endpoint.setSecurityPolicy(SecurityPolicy.None)
                        .setSecurityMode(MessageSecurityMode.None)
                        .addTokenPolicy(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS));
        return new OpcUaServerConfigBuilder()
                .setEndpoints(Set.of(endpoint.build()))
                .setApplicationName(LocalizedText.english(name))
                .setApplicationUri(uri)
                .setProductUri(uri)
                .setLimits(new CellLimits())
                .setIdentityValidator(security.map(DeviceSecurity::users).orElse(AnonymousIdentityValidator.INSTANCE))
                .setCertificateManager(security.map(DeviceSecurity::manager)
                        .orElseGet(() -> new DefaultCertificateManager(new MemoryCertificateQuarantine())))
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

    /** Starts; when this returns it answers. */
    public void start() throws InterruptedException, ExecutionException {
        namespaces.forEach(ManagedNamespaceWithLifecycle::startup);
        server.startup().get();
    }

    /** How many sessions clients have open. */
    public int sessions() {
        return server.getSessionManager().getAllSessions().size();
    }

    /** Cuts every connection, and returns when they are cut. */
    public void cutConnections() {
        for (Channel channel : connections) {
            channel.close().syncUninterruptibly();
        }
    }

    /** Stops, and gives the port back. */
    public void stop() throws InterruptedException, ExecutionException {
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
