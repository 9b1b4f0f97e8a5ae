package org.keyway.opcua.handover;

import java.util.Optional;

/** One machine's hand-over on the disk, and whether it is ours to carry on. Not safe for several threads. */
final class HandoverRecord {
    private final String machine;
    private final HandoverStore store;
    private final HandoverJson json = new HandoverJson();
    private long epoch;

    HandoverRecord(String machine, HandoverStore store) {
        this.machine = machine;
        this.store = store;
    }

    /** Takes the machine, unless another process has it: where the hand-over stood. */
    Optional<HandoverState> take() {
        Optional<HandoverStore.Kept> kept = store.begin(machine);
        epoch = kept.map(HandoverStore.Kept::epoch).orElse(0L);
        return kept.map(known -> known.document().map(json::read).orElse(HandoverState.NEW));
    }

    boolean isOurs() {
        return epoch != 0;
    }

    /** 0 while the machine is not ours. */
    long epoch() {
        return epoch;
    }

    void save(HandoverState state) {
        store.save(machine, epoch, state.nextSeq(), json.write(state));
    }

    /** The machine is another's now. */
    void lose() {
        epoch = 0;
    }

    /** Gives the machine free. */
    void giveUp() {
        long ours = epoch;
        epoch = 0;
        if (ours != 0) {
            store.end(machine, ours);
        }
    }
}
