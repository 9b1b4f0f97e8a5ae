package org.keyway.simulator.reader;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.jspecify.annotations.Nullable;
import org.keyway.simulator.server.LoopbackServer;
import org.keyway.simulator.server.ServedDevice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An optical reader that reads when it is told to. What it read last it forgets when its server starts anew. */
public final class SimulatedReader implements ServedDevice {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedReader.class);
    private static final int ID_BYTES = 16;

    private final Telling telling;
    private @Nullable Served served;
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

    private record Served(ReaderNamespace namespace, ScanEncoding encoding) {}

    private record Event(ByteString id, DateTime time, List<ExtensionObject> results) {}

    public SimulatedReader(Telling telling) {
        this.telling = telling;
    }

    /** The device object, as workshop files name it. */
    public String node() {
        return "nsu=" + ReaderNamespace.URI + ";s=" + ReaderNamespace.DEVICE;
    }

    @Override
    public synchronized void installOn(LoopbackServer server) {
        AutoIdTypes types = new AutoIdTypes(server.milo(), telling != Telling.EVENTS_WITHOUT_RESULT);
        ReaderNamespace namespace = new ReaderNamespace(server.milo(), types, telling != Telling.LAST_SCAN_ONLY);
        server.add(types);
        server.add(namespace);
        served = new Served(
                namespace,
                new ScanEncoding(
                        server.milo().getStaticEncodingContext(),
                        types.getNamespaceIndex().intValue()));
    }

    private Served served() {
        if (served == null) {
            throw new IllegalStateException("the reader is switched off");
        }
        return served;
    }

    /** Reads codes that are in view together: one event tells of all of them. */
    public synchronized void scan(SimulatedCode... codes) {
        DateTime time = DateTime.now();
        ScanEncoding encoding = served().encoding();
        tell(new Event(
                newId(),
                time,
                Arrays.stream(codes)
                        .map(code -> encoding.scanResult(code, time))
                        .toList()));
        show(codes);
    }

    /** Shows codes as the last scan, one after another, and tells of none by an event. */
    synchronized void show(SimulatedCode... codes) {
        Served now = served();
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
        ExtensionObject garbage = served().encoding().garbage(ByteString.of(body.clone()));
        tell(new Event(newId(), DateTime.now(), List.of(garbage)));
    }

    private void tell(Event event) {
        last = event;
        try {
            served().namespace().fire(event.id(), event.time(), event.results());
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
}
