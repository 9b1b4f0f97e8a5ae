package org.keyway.opcua.handover;

/** A safeguard taken away. */
enum Mutant {
    NONE,
    /** A commit fits whatever the PLC has staged under its sequence. */
    NO_STAGE_NUMBER,
    /** The PLC forgets over a loss of power what it did last. */
    FORGETS_WHAT_IT_DID,
    /** A commit is shown before it is on the disk. */
    PUBLISHED_BEFORE_KEPT,
    /** Taken back is what was written to be taken back. */
    WITHDRAW_NOT_AWAITED,
    /** What the PLC says that it holds is not compared. */
    NOT_VERIFIED,
    /** The PLC listens to a gateway that another has followed. */
    EPOCH_NOT_CHECKED
}
