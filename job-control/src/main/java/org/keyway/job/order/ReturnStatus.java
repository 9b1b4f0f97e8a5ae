package org.keyway.job.order;

import java.util.EnumSet;
import java.util.Set;

/** What became of a request; nothing was changed unless it is done. */
public record ReturnStatus(Set<OrderFault> faults) {
    /** Success. */
    public static final ReturnStatus DONE = new ReturnStatus(Set.of());

    public ReturnStatus {
        faults = Set.copyOf(faults);
    }

    /** Refused for one reason. */
    public static ReturnStatus of(OrderFault fault) {
        return new ReturnStatus(Set.of(fault));
    }

    /** The order can't be taken on, for these reasons; without one there is no further reason to give. */
    public static ReturnStatus notAccepted(Set<OrderFault> why) {
        Set<OrderFault> faults = EnumSet.of(OrderFault.NOT_ACCEPTED);
        faults.addAll(why);
        return new ReturnStatus(faults);
    }

    public boolean isDone() {
        return faults.isEmpty();
    }

    /** The bits of OPC 10031-4 B.2: bit 0 for success, otherwise one for each fault. */
    public long bits() {
        return faults.stream().mapToLong(fault -> 1L << fault.bit()).reduce(0, (all, bit) -> all | bit)
                | (isDone() ? 1 : 0);
    }
}
