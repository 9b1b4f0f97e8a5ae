package org.keyway.job.order;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to an order that there is, and from where: the table of OPC 10031-4 6.2.1. Once a part of the order is on
 * its way to the machine, the order can't be taken back, replaced or cancelled any more, only ended: what the machine has,
 * only its own operator stops.
 */
@SuppressWarnings("ImmutableEnumChecker") // a copy that never changes
public enum OrderCommand {
    START(OrderState.ALLOWED, OrderState.WAITING),
    REVOKE_START(OrderState.WAITING, OrderState.ALLOWED),
    /** Replaces what was stored. */
    UPDATE(null, OrderState.WAITING, OrderState.ALLOWED),
    /** The order disappears. */
    CANCEL(null, OrderState.WAITING, OrderState.ALLOWED),
    /** No further part is made; the order counts as ended. */
    STOP(OrderState.COMPLETED, OrderState.RUNNING, OrderState.HELD, OrderState.SUSPENDED),
    /** No further part is made; the order counts as given up. */
    ABORT(
            OrderState.ABORTED,
            OrderState.WAITING,
            OrderState.ALLOWED,
            OrderState.READY,
            OrderState.LOADED,
            OrderState.RUNNING,
            OrderState.HELD,
            OrderState.SUSPENDED),
    /** The order that has ended disappears. */
    CLEAR(null, OrderState.COMPLETED, OrderState.CLOSED, OrderState.ABORTED);

    private final Optional<OrderState> to;
    private final Set<OrderState> from;

    OrderCommand(@Nullable OrderState to, OrderState... from) {
        this.to = Optional.ofNullable(to);
        this.from = Set.of(from);
    }

    /** Whether it may be done to an order that stands here. */
    public boolean isLegal(OrderState state) {
        return from.contains(state);
    }

    /** Where the order stands after it; empty when it stays, or disappears. */
    Optional<OrderState> to() {
        return to;
    }
}
