package org.keyway.opcua.handover;

import java.time.Instant;
import java.util.Optional;

/**
 * All that must be on the disk of the hand-over to one machine; what is published follows from it alone.
 *
 * @param nextSeq the sequence of the next offer
 * @param offer the offer that the phase is about; empty in phase {@code NONE}
 * @param commitStageNo the PLC's staging that was committed; 0 as long as nothing is committed, and at the basic level
 * @param tries how often the offer was made, under different sequences
 * @param again whether the offer is made once more when it is withdrawn
 * @param since when the phase began
 * @param expires when an offer that is not committed goes
 * @param withdrawAck the PLC's {@code AckCounter} when the offer was taken back; empty when it had not reported
 * @param accepted the job that the PLC took last; empty text for none
 * @param done the job that the PLC finished last; empty text for none
 * @param lastSeq the sequence of the job that the PLC took last; 0 for none
 * @param plcBootId as last reported; 0 when never
 * @param plcStageNo as last reported
 * @param alarm what keeps offers from being made until somebody acknowledges it
 */
record HandoverState(
        long nextSeq,
        HandoverPhase phase,
        Optional<Offer> offer,
        long commitStageNo,
        int tries,
        boolean again,
        Instant since,
        Instant expires,
        Optional<Long> withdrawAck,
        String accepted,
        String done,
        long lastSeq,
        long plcBootId,
        long plcStageNo,
        Optional<HandoverNotice> alarm) {
    /** A machine to which nothing was ever handed over. */
    static final HandoverState NEW = new HandoverState(
            1,
            HandoverPhase.NONE,
            Optional.empty(),
            0,
            0,
            false,
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            "",
            "",
            0,
            0,
            0,
            Optional.empty());

    /** The sequence that the phase is about; 0 for none. */
    long seq() {
        return offer.map(Offer::seq).orElse(0L);
    }

    /** The job that the phase is about; empty text for none. */
    String job() {
        return offer.map(Offer::jobOrderId).orElse("");
    }

    HandoverDraft change() {
        return new HandoverDraft(this);
    }
}
