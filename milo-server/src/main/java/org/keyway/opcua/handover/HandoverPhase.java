package org.keyway.opcua.handover;

/** Where the hand-over to one machine stands. */
enum HandoverPhase {
    /** No offer. */
    NONE(0),
    /** An offer has its sequence and is on record, and is not shown: at the basic level, where showing it commits. */
    PREPARING(1),
    OFFERED(2),
    COMMITTED(3),
    /** The PLC holds it. */
    ACTIVE(3),
    RUNNING(3),
    /** The PLC holds it and waits for somebody, or came back without having said that it does. */
    INTERRUPTED(3),
    /** Taken back, and the PLC has not said so yet. */
    WITHDRAWING(4),
    /** The PLC runs what was not committed; only somebody beside the machine can end this. */
    FAULTED(5);

    private final int offerState;

    HandoverPhase(int offerState) {
        this.offerState = offerState;
    }

    /** The value of {@code OfferState}. */
    int offerState() {
        return offerState;
    }

    /** Whether the PLC has said that it holds the offer. */
    boolean isTaken() {
        return this == ACTIVE || this == RUNNING || this == INTERRUPTED;
    }
}
