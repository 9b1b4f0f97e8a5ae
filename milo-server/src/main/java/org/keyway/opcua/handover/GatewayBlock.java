package org.keyway.opcua.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the PLC reads: our side of the hand-over, published as one whole.
 *
 * @param offer shown with sequence, values and checksum; empty: {@code OfferSeqBegin} and {@code OfferSeqEnd} are 0
 * @param ttlMillis how long the offer is good for
 */
record GatewayBlock(
        int offerState, Optional<Offer> offer, long ttlMillis, long commitStageNo, long commitSeq, long withdrawSeq) {
    /** What a state shows; nothing else decides what is published. */
    static GatewayBlock of(HandoverState state, Instant now) {
        int shown = state.phase().offerState();
        return switch (state.phase()) {
            case OFFERED -> new GatewayBlock(shown, state.offer(), left(state.expires(), now), 0, 0, 0);
            case COMMITTED ->
                new GatewayBlock(
                        shown, state.offer(), left(state.expires(), now), state.commitStageNo(), state.seq(), 0);
            // The commit is used up: a PLC that lost its memory must not find it again. At the basic level, which has
            // no
            // stage number, the offer itself is the commit.
            case ACTIVE, RUNNING, INTERRUPTED ->
                new GatewayBlock(shown, state.offer().filter(offer -> state.commitStageNo() != 0), 0, 0, 0, 0);
            case WITHDRAWING, FAULTED -> new GatewayBlock(shown, Optional.empty(), 0, 0, 0, state.seq());
            case NONE, PREPARING -> new GatewayBlock(shown, Optional.empty(), 0, 0, 0, 0);
        };
    }

    /** The same without values: nothing that a PLC could take. */
    GatewayBlock withoutOffer() {
        return new GatewayBlock(offerState, Optional.empty(), ttlMillis, 0, 0, withdrawSeq);
    }

    private static long left(Instant expires, Instant now) {
        long millis = Duration.between(now, expires).toMillis();
        return Math.max(0, Math.min(millis, SequenceNumber.LAST));
    }
}
