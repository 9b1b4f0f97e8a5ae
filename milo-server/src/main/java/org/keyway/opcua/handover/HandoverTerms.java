package org.keyway.opcua.handover;

import java.time.Duration;

/**
 * What is agreed with one machine's PLC.
 *
 * @param verify how the PLC shows what it holds; without meaning at the basic level
 * @param offerLife how long an offer that was not committed stays
 * @param activation how long a committed offer waits for the PLC
 * @param tries how often an offer that the PLC read wrongly is made, each time under a new sequence
 */
record HandoverTerms(Level level, Verify verify, Duration offerLife, Duration activation, int tries) {
    /** What the PLC's program can do. */
    enum Level {
        /** Staging, check, commit. */
        FULL,
        /** Takes an offer in one Read and says so. */
        BASIC
    }

    /** How the PLC shows what it holds. */
    enum Verify {
        /** It checks the checksum itself and says which it found. */
        CRC,
        /** It writes every value back. */
        ECHO
    }

    boolean isFull() {
        return level == Level.FULL;
    }
}
