package org.keyway.simulator.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.jspecify.annotations.Nullable;
import org.keyway.simulator.server.LoopbackServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An optical reader behind an OPC UA server of its own, on the loopback address. It can be restarted, under the same port. */
public final class SimulatedReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedReader.class);
    private static final int ID_BYTES = 16;

    private final Telling telling;
    private final int port;
    private @Nullable Running running;
    private @Nullable Event last;

    /** How a reader tells what it reads. Each also shows its last scan. */
    public enum Telling {
        /** By events. */
        EVENTS,
        /** By events that lack the field ScanResult, so that whoever asks for it is told nothing. */
        EVENTS_WITHOUT_RESULT,
        /** By the last scan alone. */
        LAST_SCAN_ONLY
    }

    private record Running(LoopbackServer server, ReaderNamespace namespace, ScanEncoding encoding) {}

    private record Event(ByteString id, DateTime time, List<ExtensionObject> results) {}

    /**
     * Makes a reader that isn't switched on yet.
     *
     * @param port 0 for any that is free
     */
    public SimulatedReader(Telling telling, int port) throws IOException {
        this.telling = telling;
        this.port = port == 0 ? LoopbackServer.freePort() : port;
    }

    /** Where clients connect. */
    public String url() {
        return "opc.tcp://127.0.0.1:" + port;
    }

    /** The device object, as workshop files name it. */
    public String node() {
        return "nsu=" + ReaderNamespace.URI + ";s=" + ReaderNamespace.DEVICE;
    }

    /**
     * Starts the server; when this returns it answers.
     *
     * @param before what was read before anybody could connect; the reader shows the last of it
     */
    public synchronized void start(SimulatedCode... before) throws InterruptedException, ExecutionException {
        LoopbackServer server = new LoopbackServer(port, "Simulated reader", "urn:reader:application");
        AutoIdTypes types = new AutoIdTypes(server.milo(), telling != Telling.EVENTS_WITHOUT_RESULT);
        ReaderNamespace namespace = new ReaderNamespace(server.milo(), types, telling != Telling.LAST_SCAN_ONLY);
        server.add(types);
        server.add(namespace);
        ScanEncoding encoding = new ScanEncoding(
                server.milo().getStaticEncodingContext(),
                types.getNamespaceIndex().intValue());
        running = new Running(server, namespace, encoding);
        show(running, before);
        server.start();
    }

    /** Stops the server; what was read last is forgotten. */
    public synchronized void stop() throws InterruptedException, ExecutionException {
        if (running != null) {
            running.server().stop();
            running = null;
        }
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException("the reader is switched off");
        }
        return running;
    }

    /** How many sessions clients have open; 0 while stopped. */
    public synchronized int sessions() {
        return running == null ? 0 : running.server().sessions();
    }

    /** Cuts every connection, and returns when they are cut. */
    public synchronized void cutConnections() {
        running().server().cutConnections();
    }

    /** Reads codes that are in view together: one event tells of all of them. */
    public synchronized void scan(SimulatedCode... codes) {
        Running now = running();
        DateTime time = DateTime.now();
        List<ExtensionObject> results = Arrays.stream(codes)
                .map(code -> now.encoding().scanResult(code, time))
                .toList();
        tell(new Event(newId(), time, results));
        show(now, codes);
    }

    private static void show(Running now, SimulatedCode... codes) {
        for (SimulatedCode code : codes) {
            boolean plain = code.data() instanceof String;
            now.namespace().show(plain ? code.data() : now.encoding().scanData(code), DateTime.now());
        }
    }

    /** Tells of the last reading once more, in the same words. */
    public synchronized void repeat() {
        if (last != null) {
            tell(last);
        }
    }

    /** Tells of a reading whose result has this body, be it what it may. */
    public synchronized void send(byte[] body) {
        ExtensionObject garbage = running().encoding().garbage(ByteString.of(body.clone()));
        tell(new Event(newId(), DateTime.now(), List.of(garbage)));
    }

    private void tell(Event event) {
        last = event;
        try {
            running().namespace().fire(event.id(), event.time(), event.results());
        } catch (UaException e) {
            LOG.error("the reader can't tell of a scan", e);
        }
    }

    private static ByteString newId() {
        UUID id = UUID.randomUUID();
        return ByteString.of(ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
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
