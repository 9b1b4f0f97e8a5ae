package org.keyway.opcua.handover;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A store that outlives what is restarted in a test, and that can refuse to keep anything. Machines are this process's unless
 * a test gives them to another.
 */
final class KeptHandovers implements HandoverStore {
    private final Map<String, String> documents = new HashMap<>();
    private final Map<String, Long> epochs = new HashMap<>();
    private final Set<String> elsewhere = new HashSet<>();
    private boolean full;

    @Override
    public synchronized Optional<Kept> begin(String machine) {
        return elsewhere.contains(machine)
                ? Optional.empty()
                : Optional.of(
                        new Kept(epochs.merge(machine, 1L, Long::sum), Optional.ofNullable(documents.get(machine))));
    }

    @Override
    public synchronized Set<String> renew() {
        Set<String> ours = new HashSet<>(epochs.keySet());
        ours.removeAll(elsewhere);
        return ours;
    }

    @Override
    public void end(String machine, long epoch) {
        // Nobody else waits for it.
    }

    @Override
    public synchronized void save(String machine, long epoch, long nextSeq, String document) {
        if (full || !Long.valueOf(epoch).equals(epochs.get(machine))) {
            throw new IllegalStateException("not kept");
        }
        documents.put(machine, document);
    }

    /** Another process takes the machine, as it may when our lease has run out. */
    synchronized void giveToAnother(String machine) {
        elsewhere.add(machine);
        epochs.merge(machine, 1L, Long::sum);
    }

    /** The other process is gone. */
    synchronized void giveBack(String machine) {
        elsewhere.remove(machine);
    }

    synchronized void setFull(boolean diskFull) {
        full = diskFull;
    }

    synchronized void forgetEverything() {
        documents.clear();
    }
}
