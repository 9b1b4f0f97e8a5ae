package org.keyway.opcua.handover;

import java.time.Instant;
import java.util.Optional;

/**
 * Our side of the hand-over to one machine: what each event makes of a state. Changes nothing itself. Whoever drives it keeps
 * the state on the disk first, and only then publishes the {@link GatewayBlock} that follows from it.
 *
 * <p>A start of ours is no event: the state from the disk is published as it is, and nothing is known of the PLC until it
 * reports again.
 */
final class HandoverGateway {
    private final HandoverTerms terms;
    private final ReportReader reports;

    HandoverGateway(HandoverTerms terms) {
        this.terms = terms;
        this.reports = new ReportReader(terms);
    }

    /**
     * Makes an offer, under the next sequence.
     *
     * @param plc what the PLC last reported; empty when it did not since our start
     * @param alive whether the PLC's heartbeat is fresh
     */
    HandoverStep offer(HandoverState state, Offer content, Optional<PlcReport> plc, boolean alive, Instant now) {
        Optional<HandoverCode> obstacle = obstacle(state, plc, alive);
        if (obstacle.isPresent()) {
            return HandoverStep.refused(state, obstacle.get());
        }
        HandoverPhase phase = terms.isFull() ? HandoverPhase.OFFERED : HandoverPhase.PREPARING;
        HandoverState offered = state.change()
                .offer(content, 1, now.plus(terms.offerLife()))
                .phase(phase, now)
                .state();
        return HandoverStep.to(offered);
    }

    /** Why no offer can be made now, if so. */
    Optional<HandoverCode> obstacle(HandoverState state, Optional<PlcReport> plc, boolean alive) {
        if (state.alarm().isPresent() || state.phase() == HandoverPhase.FAULTED) {
            return Optional.of(HandoverCode.BLOCKED);
        }
        if (plc.isEmpty() || !alive) {
            return Optional.of(HandoverCode.NOT_ANSWERING);
        }
        // At the basic level a PLC need not say that it has done an offer, only that it is free for the next.
        boolean free = state.phase() == HandoverPhase.NONE
                || (!terms.isFull() && state.phase().isTaken());
        return free && plc.get().isIdle() ? Optional.empty() : Optional.of(HandoverCode.BUSY);
    }

    /** What the PLC says; called when its {@code AckCounter} changes, and only then. */
    HandoverStep reported(HandoverState state, PlcReport report, Instant now) {
        return reports.read(state, report, now);
    }

    /** Whether the PLC holds the present offer whole, and says so. */
    boolean isStaged(HandoverState state, Optional<PlcReport> plc) {
        return plc.isPresent() && reports.isStaged(state, plc.get());
    }

    /** Lets the PLC machine by what it holds: from here on it may, whatever becomes of us. */
    HandoverStep commit(HandoverState state, Optional<PlcReport> plc, boolean alive, Instant now) {
        Optional<HandoverCode> obstacle = commitObstacle(state, plc, alive, now);
        if (obstacle.isPresent() || plc.isEmpty()) {
            return HandoverStep.refused(state, obstacle.orElse(HandoverCode.NOT_ANSWERING));
        }
        return HandoverStep.to(state.change()
                .commit(terms.isFull() ? plc.get().stageNo() : 0)
                .phase(HandoverPhase.COMMITTED, now)
                .state());
    }

    private Optional<HandoverCode> commitObstacle(
            HandoverState state, Optional<PlcReport> plc, boolean alive, Instant now) {
        if (state.alarm().isPresent()) {
            return Optional.of(HandoverCode.BLOCKED);
        }
        if (plc.isEmpty() || !alive) {
            return Optional.of(HandoverCode.NOT_ANSWERING);
        }
        if (!now.isBefore(state.expires())) {
            return Optional.of(HandoverCode.EXPIRED);
        }
        boolean ready = terms.isFull()
                ? reports.isStaged(state, plc.get())
                : state.phase() == HandoverPhase.PREPARING && plc.get().isIdle();
        return ready ? Optional.empty() : Optional.of(HandoverCode.NOT_STAGED);
    }

    /**
     * Takes the present offer back. One that was not committed is gone at once, for no commit of its sequence will ever
     * be; one that was is gone only when the PLC has said so.
     */
    HandoverStep cancel(HandoverState state, Optional<PlcReport> plc, Instant now) {
        return switch (state.phase()) {
            case NONE -> HandoverStep.to(state);
            case PREPARING, OFFERED -> HandoverStep.to(state.change().clear(now).state(), HandoverNotice.WITHDRAWN);
            case COMMITTED ->
                HandoverStep.to(ReportReader.withdrawn(state, false, plc.map(PlcReport::ackCounter), now));
            case WITHDRAWING ->
                HandoverStep.to(
                        state.change().withdraw(false, state.withdrawAck()).state());
            case ACTIVE, RUNNING, INTERRUPTED -> HandoverStep.refused(state, HandoverCode.ALREADY_STARTED);
            case FAULTED -> HandoverStep.refused(state, HandoverCode.UNCOMMITTED);
        };
    }

    /** Lets time pass. */
    HandoverStep look(HandoverState state, Optional<PlcReport> plc, Instant now) {
        if (state.phase() == HandoverPhase.OFFERED && !now.isBefore(state.expires())) {
            return HandoverStep.to(state.change().clear(now).state(), HandoverNotice.EXPIRED);
        }
        boolean late = !now.isBefore(state.since().plus(terms.activation()));
        return state.phase() == HandoverPhase.COMMITTED && late
                ? HandoverStep.to(
                        ReportReader.withdrawn(state, false, plc.map(PlcReport::ackCounter), now),
                        HandoverNotice.NOT_ACTIVATED)
                : HandoverStep.to(state);
    }

    /** Somebody has seen that the machine took the offer; only where a PLC need not say so itself. */
    HandoverStep confirm(HandoverState state, Instant now) {
        boolean shown = !terms.isFull() && state.phase() == HandoverPhase.COMMITTED;
        return shown
                ? HandoverStep.to(
                        state.change().taken().phase(HandoverPhase.ACTIVE, now).state(), HandoverNotice.TAKEN)
                : HandoverStep.refused(state, HandoverCode.NOT_STAGED);
    }

    /**
     * Ends a hand-over, and an alarm, without the PLC's word, because somebody has looked at the machine. A PLC that goes on
     * with what was ended so raises the alarm again.
     */
    HandoverStep force(HandoverState state, Instant now) {
        return HandoverStep.to(state.change().clear(now).alarm(Optional.empty()).state());
    }
}
