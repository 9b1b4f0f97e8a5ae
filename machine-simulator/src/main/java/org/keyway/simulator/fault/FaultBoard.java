package org.keyway.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.keyway.simulator.fault.Fault.Operation;

/** The faults of one machine. Safe for use by several threads; costs nothing while none is armed. */
public final class FaultBoard {
    private final List<Armed> faults = new CopyOnWriteArrayList<>();
    private final AtomicInteger strikes = new AtomicInteger();

    private static final class Armed {
        private final Fault fault;
        private final AtomicInteger calls = new AtomicInteger();

        Armed(Fault fault) {
            this.fault = fault;
        }

        boolean strikesNow() {
            long call = calls.getAndIncrement();
            return call >= fault.afterCalls() && call - fault.afterCalls() < fault.times();
        }
    }

    /** Arms a fault. */
    public void arm(Fault fault) {
        faults.add(new Armed(fault));
    }

    /** Disarms every fault. */
    public void clear() {
        faults.clear();
    }

    /** The faults that are armed. */
    public List<Fault> armed() {
        return faults.stream().map(armed -> armed.fault).toList();
    }

    /** How often any fault struck so far. */
    public int strikes() {
        return strikes.get();
    }

    /** Whether a fault of a kind is armed, however often it strikes. */
    public boolean isArmed(Fault.Kind kind) {
        return faults.stream().anyMatch(armed -> armed.fault.kind() == kind);
    }

    /**
     * The faults that strike at this call; each counts the call once, whichever of its nodes match.
     *
     * @param paths the nodes of the call, by id
     */
    public List<Fault> strike(Operation operation, List<String> paths) {
        if (faults.isEmpty()) {
            return List.of();
        }
        List<Fault> striking = new ArrayList<>();
        for (Armed armed : faults) {
            boolean concerned = paths.stream().anyMatch(path -> armed.fault.concerns(path, operation));
            if (concerned && armed.strikesNow()) {
                strikes.incrementAndGet();
                striking.add(armed.fault);
            }
        }
        return striking;
    }

    /** Whether a striking fault is about this node. */
    public static boolean hits(List<Fault> striking, Fault.Kind kind, String path, Operation operation) {
        return striking.stream().anyMatch(fault -> fault.kind() == kind && fault.concerns(path, operation));
    }
}
