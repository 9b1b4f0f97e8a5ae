package org.keyway.opcua.handover;

import java.time.Instant;
import java.util.Optional;

/** A state being changed. */
final class HandoverDraft {
    private long nextSeq;
    private HandoverPhase phase;
    private Optional<Offer> offer;
    private long commitStageNo;
    private int tries;
    private boolean again;
    private Instant since;
    private Instant expires;
    private Optional<Long> withdrawAck;
    private String accepted;
    private String done;
    private long lastSeq;
    private long plcBootId;
    private long plcStageNo;
    private Optional<HandoverNotice> alarm;

    HandoverDraft(HandoverState from) {
        nextSeq = from.nextSeq();
        phase = from.phase();
        offer = from.offer();
        commitStageNo = from.commitStageNo();
        tries = from.tries();
        again = from.again();
        since = from.since();
        expires = from.expires();
        withdrawAck = from.withdrawAck();
        accepted = from.accepted();
        done = from.done();
        lastSeq = from.lastSeq();
        plcBootId = from.plcBootId();
        plcStageNo = from.plcStageNo();
        alarm = from.alarm();
    }

    HandoverState state() {
        return new HandoverState(
                nextSeq,
                phase,
                offer,
                commitStageNo,
                tries,
                again,
                since,
                expires,
                withdrawAck,
                accepted,
                done,
                lastSeq,
                plcBootId,
                plcStageNo,
                alarm);
    }

    HandoverDraft phase(HandoverPhase next, Instant now) {
        phase = next;
        since = now;
        return this;
    }

    /** Gives an offer the next sequence. */
    HandoverDraft offer(Offer content, int attempt, Instant until) {
        offer = Optional.of(content.as(nextSeq));
        nextSeq = SequenceNumber.after(nextSeq);
        tries = attempt;
        again = false;
        commitStageNo = 0;
        expires = until;
        return this;
    }

    HandoverDraft commit(long stageNo) {
        commitStageNo = stageNo;
        return this;
    }

    HandoverDraft withdraw(boolean onceMore, Optional<Long> ackCounter) {
        again = onceMore;
        withdrawAck = ackCounter;
        return this;
    }

    HandoverDraft taken() {
        offer.ifPresent(held -> {
            accepted = held.jobOrderId();
            lastSeq = held.seq();
        });
        again = false;
        withdrawAck = Optional.empty();
        return this;
    }

    HandoverDraft done() {
        done = accepted;
        return this;
    }

    /** No offer any more. */
    HandoverDraft clear(Instant now) {
        offer = Optional.empty();
        commitStageNo = 0;
        tries = 0;
        again = false;
        withdrawAck = Optional.empty();
        return phase(HandoverPhase.NONE, now);
    }

    HandoverDraft seen(PlcReport report) {
        plcBootId = report.bootId();
        plcStageNo = report.stageNo();
        return this;
    }

    HandoverDraft nextSeq(long next) {
        nextSeq = next;
        return this;
    }

    HandoverDraft alarm(Optional<HandoverNotice> raised) {
        alarm = raised;
        return this;
    }
}
