package org.keyway.opcua.handover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** What a PLC's report makes of a state. */
final class ReportReader {
    private final HandoverTerms terms;

    ReportReader(HandoverTerms terms) {
        this.terms = terms;
    }

    HandoverStep read(HandoverState before, PlcReport report, Instant now) {
        List<HandoverNotice> notices = new ArrayList<>();
        HandoverState state = before;
        if (before.plcBootId() != 0 && before.plcBootId() != report.bootId()) {
            notices.add(HandoverNotice.PLC_RESTARTED);
            state = interrupted(state, report, now);
        }
        Optional<HandoverNotice> alarm = alarm(state, report);
        if (alarm.isPresent()) {
            notices.add(alarm.get());
            state = stopped(state, alarm.get(), report, now);
        }
        HandoverStep step = followed(state.change().seen(report).state(), report, now);
        notices.addAll(step.notices());
        return new HandoverStep(step.state(), notices, Optional.empty());
    }

    /** The PLC lost what it had staged; what it had made active it still has, and will say so. */
    private static HandoverState interrupted(HandoverState state, PlcReport report, Instant now) {
        return switch (state.phase()) {
            case COMMITTED -> withdrawn(state, false, Optional.of(report.ackCounter()), now);
            case ACTIVE, RUNNING ->
                state.change().phase(HandoverPhase.INTERRUPTED, now).state();
            default -> state;
        };
    }

    static HandoverState withdrawn(HandoverState state, boolean again, Optional<Long> ackCounter, Instant now) {
        return state.change()
                .withdraw(again, ackCounter)
                .phase(HandoverPhase.WITHDRAWING, now)
                .state();
    }

    private Optional<HandoverNotice> alarm(HandoverState state, PlcReport report) {
        if (greatest(state, report).isPresent()) {
            return Optional.of(HandoverNotice.FOREIGN_SEQUENCE);
        }
        boolean reset = terms.isFull() && !SequenceNumber.reaches(report.stageNo(), state.plcStageNo());
        return reset ? Optional.of(HandoverNotice.PLC_MEMORY_RESET) : Optional.empty();
    }

    /** The greatest sequence that the PLC names and that was never given out. */
    private static Optional<Long> greatest(HandoverState state, PlcReport report) {
        return LongStream.of(report.stageSeq(), report.activeSeq(), report.lastDoneSeq(), report.ackSeq())
                .filter(seq -> seq != 0 && SequenceNumber.reaches(seq, state.nextSeq()))
                .boxed()
                .reduce((one, other) -> SequenceNumber.reaches(one, other) ? one : other);
    }

    /** No offers until somebody has looked into it; what the PLC may hold of us is taken back. */
    private static HandoverState stopped(HandoverState state, HandoverNotice alarm, PlcReport report, Instant now) {
        HandoverDraft draft = state.change().alarm(Optional.of(alarm));
        greatest(state, report).ifPresent(seq -> draft.nextSeq(SequenceNumber.after(seq)));
        return switch (state.phase()) {
            case PREPARING, OFFERED -> draft.clear(now).state();
            case COMMITTED -> withdrawn(draft.state(), false, Optional.of(report.ackCounter()), now);
            case WITHDRAWING -> draft.withdraw(false, state.withdrawAck()).state();
            default -> draft.state();
        };
    }

    private HandoverStep followed(HandoverState state, PlcReport report, Instant now) {
        if (state.phase() != HandoverPhase.FAULTED && isUncommitted(state, report)) {
            return HandoverStep.to(
                    state.change().phase(HandoverPhase.FAULTED, now).state(), HandoverNotice.UNCOMMITTED);
        }
        return switch (state.phase()) {
            case OFFERED -> offered(state, report, now);
            case COMMITTED -> committed(state, report, now);
            case ACTIVE, RUNNING, INTERRUPTED -> taken(state, report, now);
            case WITHDRAWING -> withdrawing(state, report, now);
            case NONE, PREPARING, FAULTED -> HandoverStep.to(state);
        };
    }

    /** Whether the PLC says that it machines, or did, by what was not committed. */
    private boolean isUncommitted(HandoverState state, PlcReport report) {
        long seq = state.seq();
        boolean committed = isCommitted(state);
        boolean runsOther = report.activeSeq() != 0 && !(committed && report.activeSeq() == seq);
        boolean took = seq != 0 && (report.lastDoneSeq() == seq || report.ackSeq() == seq);
        return runsOther || (took && !committed);
    }

    private boolean isCommitted(HandoverState state) {
        return switch (state.phase()) {
            case COMMITTED, ACTIVE, RUNNING, INTERRUPTED -> true;
            case WITHDRAWING -> !terms.isFull() || state.commitStageNo() != 0;
            default -> false;
        };
    }

    private HandoverStep offered(HandoverState state, PlcReport report, Instant now) {
        boolean ours = report.stageSeq() == state.seq();
        if (report.state() == PlcState.REJECTED && (ours || report.stageSeq() == 0)) {
            return HandoverStep.to(state.change().clear(now).state(), HandoverNotice.REJECTED);
        }
        if (report.state() != PlcState.STAGED || !ours || isStaged(state, report)) {
            return HandoverStep.to(state);
        }
        boolean again = state.tries() < terms.tries();
        return HandoverStep.to(
                withdrawn(state, again, Optional.of(report.ackCounter()), now), HandoverNotice.STAGE_MISMATCH);
    }

    boolean isStaged(HandoverState state, PlcReport report) {
        return state.phase() == HandoverPhase.OFFERED
                && report.state() == PlcState.STAGED
                && report.stageSeq() == state.seq()
                && report.stageNo() != 0
                && state.offer().filter(offer -> holds(report, offer)).isPresent();
    }

    private boolean holds(PlcReport report, Offer offer) {
        if (terms.verify() == HandoverTerms.Verify.CRC) {
            return report.stageCrc() == OfferCrc.of(offer);
        }
        List<OfferParameter> echo = report.echo();
        List<OfferParameter> wanted = offer.parameters();
        boolean same = echo.size() == wanted.size();
        for (int i = 0; same && i < wanted.size(); i++) {
            same = wanted.get(i).isBitwise(echo.get(i));
        }
        return same;
    }

    private HandoverStep committed(HandoverState state, PlcReport report, Instant now) {
        boolean refused = !terms.isFull()
                && report.state() == PlcState.REJECTED
                && report.stageSeq() == state.seq()
                && report.ackSeq() != state.seq();
        return refused
                ? HandoverStep.to(state.change().clear(now).state(), HandoverNotice.REJECTED)
                : taken(state, report, now);
    }

    /** Follows the PLC as soon as it says that it has the offer; until then the phase stays. */
    private HandoverStep taken(HandoverState state, PlcReport report, Instant now) {
        long seq = state.seq();
        boolean had = state.phase().isTaken();
        if (report.lastDoneSeq() == seq) {
            HandoverState done = state.change().taken().done().clear(now).state();
            return had
                    ? HandoverStep.to(done, HandoverNotice.DONE)
                    : HandoverStep.to(done, HandoverNotice.TAKEN, HandoverNotice.DONE);
        }
        boolean has = report.activeSeq() == seq || (!terms.isFull() && report.ackSeq() == seq);
        if (!has) {
            return HandoverStep.to(state);
        }
        HandoverPhase next = switch (report.state()) {
            case RUNNING -> HandoverPhase.RUNNING;
            case HELD, FAULT -> HandoverPhase.INTERRUPTED;
            default -> HandoverPhase.ACTIVE;
        };
        HandoverDraft draft = state.change().taken();
        HandoverState following = (next == state.phase() ? draft : draft.phase(next, now)).state();
        return had ? HandoverStep.to(following) : HandoverStep.to(following, HandoverNotice.TAKEN);
    }

    private HandoverStep withdrawing(HandoverState state, PlcReport report, Instant now) {
        HandoverStep held = taken(state, report, now);
        if (held.state().phase() != HandoverPhase.WITHDRAWING) {
            List<HandoverNotice> notices = new ArrayList<>(held.notices());
            notices.add(0, HandoverNotice.ALREADY_STARTED);
            return new HandoverStep(held.state(), notices, Optional.empty());
        }
        boolean newer =
                state.withdrawAck().map(ack -> ack != report.ackCounter()).orElse(true);
        // At the basic level there is no staging whose number tells an old word from a new one: the PLC names the
        // offer.
        boolean about = terms.isFull() ? report.stageSeq() != state.seq() : report.stageSeq() == state.seq();
        if (report.state() != PlcState.DROPPED || !about || !newer) {
            return HandoverStep.to(state);
        }
        return state.again() && state.offer().isPresent()
                ? HandoverStep.to(onceMore(state, state.offer().get(), now))
                : HandoverStep.to(state.change().clear(now).state(), HandoverNotice.WITHDRAWN);
    }

    private HandoverState onceMore(HandoverState state, Offer offer, Instant now) {
        return state.change()
                .offer(offer, state.tries() + 1, now.plus(terms.offerLife()))
                .phase(HandoverPhase.OFFERED, now)
                .state();
    }
}
