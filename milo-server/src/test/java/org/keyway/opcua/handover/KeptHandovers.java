package org.keyway.opcua.handover;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A store that outlives what is restarted in a test, and that can refuse to keep anything. */
final class KeptHandovers implements HandoverStore {
    private final Map<String, String> documents = new HashMap<>();
    private final Map<String, Long> epochs = new HashMap<>();
    private boolean full;

    @Override
    public synchronized Kept begin(String machine) {
        return new Kept(epochs.merge(machine, 1L, Long::sum), Optional.ofNullable(documents.get(machine)));
    }

    @Override
    public synchronized void save(String machine, long epoch, long nextSeq, String document) {
        if (full || !Long.valueOf(epoch).equals(epochs.get(machine))) {
            throw new IllegalStateException("not kept");
        }
        documents.put(machine, document);
    }

    synchronized void setFull(boolean diskFull) {
        full = diskFull;
    }

    synchronized void forgetEverything() {
        documents.clear();
    }
}
