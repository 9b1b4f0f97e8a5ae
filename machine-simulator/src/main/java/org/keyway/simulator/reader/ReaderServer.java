package org.keyway.simulator.reader;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.keyway.simulator.server.DeviceSecurity;
import org.keyway.simulator.server.LoopbackServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The OPC UA server in a reader that stands alone, on the loopback address. It can be restarted, under the same port. */
public final class ReaderServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderServer.class);

    /** The URI of the reader's application. */
    public static final String APPLICATION = "urn:reader:application";

    private final SimulatedReader reader;
    private final int port;
    private final Optional<DeviceSecurity> security;
    private @Nullable LoopbackServer server;

    /** A server that isn't started yet, on a port that is free. */
    public ReaderServer(SimulatedReader reader) throws IOException {
        this(reader, Optional.empty());
    }

    /** The same, guarded. */
    public ReaderServer(SimulatedReader reader, Optional<DeviceSecurity> security) throws IOException {
        this.reader = reader;
        this.security = security;
        this.port = LoopbackServer.freePort();
    }

    /** Where clients connect. */
    public String url() {
        return "opc.tcp://127.0.0.1:" + port;
    }

    /**
     * Starts; when this returns it answers.
     *
     * @param before what was read before anybody could connect; the reader shows the last of it
     */
    public synchronized void start(SimulatedCode... before) throws InterruptedException, ExecutionException {
        LoopbackServer next = new LoopbackServer(port, "Simulated reader", APPLICATION, security);
        reader.installOn(next);
        reader.show(before);
        server = next;
        next.start();
    }

    /** Stops. */
    public synchronized void stop() throws InterruptedException, ExecutionException {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** How many sessions clients have open; 0 while stopped. */
    public synchronized int sessions() {
        return server == null ? 0 : server.sessions();
    }

    /** Cuts every connection, and returns when they are cut. */
    public synchronized void cutConnections() {
        if (server != null) {
            server.cutConnections();
        }
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (ExecutionException e) {
            LOG.warn("the reader's server did not end in good order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
