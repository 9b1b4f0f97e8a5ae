package org.keyway.job.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyway.job.Problem;
import org.keyway.job.order.OrderRun.Phase;

/**
 * An order as it stands on a machine.
 *
 * @param startedAt when the machine took the first job of it
 * @param endedAt when it was completed, stopped or aborted
 * @param runs the jobs that were made of it, oldest first; those that came to nothing are left out
 * @param trouble why the last job came to nothing; empty when it didn't
 * @param revision counts its changes
 */
public record BookedOrder(
        String machine,
        JobOrder order,
        OrderState state,
        Instant storedAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        List<OrderRun> runs,
        Optional<Problem> trouble,
        long revision) {
    public BookedOrder {
        runs = List.copyOf(runs);
    }

    static BookedOrder stored(String machine, JobOrder order, OrderState state, Instant at) {
        return new BookedOrder(
                machine, order, state, at, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), 0);
    }

    /** Whether the scan of a part can take it now. */
    public boolean isOpen() {
        return (state == OrderState.ALLOWED || state == OrderState.RUNNING) && runs.size() < order.runs();
    }

    /** How many parts are done. */
    public int done() {
        return count(Phase.DONE);
    }

    private int count(Phase phase) {
        return (int) runs.stream().filter(run -> run.phase() == phase).count();
    }

    BookedOrder in(OrderState next, Instant at) {
        return new BookedOrder(
                machine,
                order,
                next,
                storedAt,
                startedAt,
                next.isEnded() ? endedAt.or(() -> Optional.of(at)) : Optional.empty(),
                runs,
                trouble,
                revision + 1);
    }

    BookedOrder replacedBy(JobOrder other) {
        return new BookedOrder(machine, other, state, storedAt, startedAt, endedAt, runs, trouble, revision + 1);
    }

    /**
     * The order after one of its jobs went on. A job that came to nothing leaves the order to the next scan; without an order
     * of a system there is no next.
     *
     * @param interruption in what state the machine leaves what it has; empty where it goes on with it
     */
    BookedOrder after(OrderRun run, Optional<Problem> problem, Optional<OrderState> interruption) {
        boolean failed = run.phase() == Phase.FAILED;
        List<OrderRun> all = new ArrayList<>(runs);
        all.removeIf(earlier -> earlier.job().equals(run.job()));
        if (!failed) {
            all.add(run);
        }
        if (all.equals(runs)) {
            return this;
        }
        boolean taken = run.phase() == Phase.RUNNING || run.phase() == Phase.DONE;
        BookedOrder after = new BookedOrder(
                machine,
                order,
                state,
                storedAt,
                taken ? startedAt.or(() -> Optional.of(run.at())) : startedAt,
                endedAt,
                all,
                failed || run.phase() == Phase.IN_DOUBT ? problem : Optional.empty(),
                revision);
        return after.in(after.reached(interruption), run.at());
    }

    /** The order after its machine stopped, or went on, with what it has. */
    BookedOrder interrupted(Optional<OrderState> interruption, Instant at) {
        OrderState next = count(Phase.RUNNING) > 0 ? reached(interruption) : state;
        return next == state ? this : in(next, at);
    }

    private OrderState reached(Optional<OrderState> interruption) {
        if (state.isEnded()) {
            return state;
        }
        if (order.isScanned() && runs.isEmpty()) {
            return OrderState.ABORTED;
        }
        if (done() >= order.runs()) {
            return OrderState.COMPLETED;
        }
        if (count(Phase.IN_DOUBT) > 0) {
            return OrderState.SUSPENDED;
        }
        if (count(Phase.RUNNING) > 0) {
            return interruption.orElse(OrderState.RUNNING);
        }
        if (done() > 0) {
            return OrderState.RUNNING;
        }
        return notYetRunning();
    }

    private OrderState notYetRunning() {
        if (count(Phase.LOADED) > 0) {
            return OrderState.LOADED;
        }
        if (count(Phase.READY) > 0) {
            return OrderState.READY;
        }
        return state == OrderState.WAITING ? OrderState.WAITING : OrderState.ALLOWED;
    }
}
