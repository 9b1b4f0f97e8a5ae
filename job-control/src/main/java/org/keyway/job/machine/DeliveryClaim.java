package org.keyway.job.machine;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.MachineLink;
import org.keyway.job.link.NodeReading;
import org.keyway.job.teach.MachineReader.Answer;

/** Whether a machine is taken for a delivery. Safe for use by several threads. */
final class DeliveryClaim {
    private final AtomicBoolean taken = new AtomicBoolean();
    private final AtomicLong deliveries = new AtomicLong();

    /** Takes the machine; false when it is taken. */
    boolean take() {
        boolean ours = taken.compareAndSet(false, true);
        if (ours) {
            deliveries.incrementAndGet();
        }
        return ours;
    }

    boolean isTaken() {
        return taken.get();
    }

    void giveUp() {
        taken.set(false);
    }

    /** Reads nodes without taking the machine: a delivery goes first, and what was read meanwhile doesn't count. */
    Answer readBetween(MachineLink link, List<String> nodes) throws LinkException {
        long before = deliveries.get();
        if (taken.get()) {
            return new Answer.Delivering();
        }
        List<NodeReading> readings = link.readNow(nodes);
        return deliveries.get() == before ? new Answer.Read(readings) : new Answer.Delivering();
    }
}
