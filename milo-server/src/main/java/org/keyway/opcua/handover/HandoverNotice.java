package org.keyway.opcua.handover;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody should hear of a hand-over. */
enum HandoverNotice {
    /** What the PLC staged is not what was offered. */
    STAGE_MISMATCH(HandoverCode.STAGE_MISMATCH),
    /** The PLC won't have it. */
    REJECTED(HandoverCode.REJECTED),
    /** Nobody took the offer while it was good. */
    EXPIRED(HandoverCode.EXPIRED),
    /** Offered for long, and the PLC has not staged it; the offer stays. */
    NOT_STAGED_YET(HandoverCode.NOT_STAGED_YET),
    /** What the PLC shows of its active values is not what was handed over. */
    DRIFTED(HandoverCode.DRIFTED),
    /** The PLC has not said for long whether it dropped what was taken back. */
    NOT_CONFIRMED(HandoverCode.NOT_CONFIRMED),
    /** Another server on the same database hands over to the machine. */
    HELD_ELSEWHERE(HandoverCode.HELD_ELSEWHERE),
    /** Committed, and no word of the PLC in time. */
    NOT_ACTIVATED(HandoverCode.NOT_ACTIVATED),
    PLC_RESTARTED(HandoverCode.PLC_RESTARTED),
    /** Taken back too late: the PLC has it. */
    ALREADY_STARTED(HandoverCode.ALREADY_STARTED),
    /** The PLC names a sequence that was never given out: our database, or the PLC's memory, is not what it was. */
    FOREIGN_SEQUENCE(HandoverCode.FOREIGN_SEQUENCE),
    /** The PLC's stage counter went backwards: its memory was reset. */
    PLC_MEMORY_RESET(HandoverCode.PLC_MEMORY_RESET),
    /** The PLC says that it runs what was not committed. */
    UNCOMMITTED(HandoverCode.UNCOMMITTED),
    TAKEN(null),
    WITHDRAWN(null),
    DONE(null);

    private final @Nullable HandoverCode code;

    HandoverNotice(@Nullable HandoverCode code) {
        this.code = code;
    }

    /** Its refusal or alarm; empty for what is as it should be. */
    Optional<HandoverCode> code() {
        return Optional.ofNullable(code);
    }
}
