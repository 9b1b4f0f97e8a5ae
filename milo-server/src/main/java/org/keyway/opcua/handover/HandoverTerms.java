package org.keyway.opcua.handover;

import java.time.Duration;
import java.util.Map;

/**
 * What is agreed with one machine's PLC.
 *
 * @param verify how the PLC shows what it holds; without meaning at the basic level
 * @param offerLife how long an offer that was not committed stays
 * @param activation how long a committed offer waits for the PLC
 * @param tries how often an offer that the PLC read wrongly is made, each time under a new sequence
 * @param names what the parameters are called, by number
 */
record HandoverTerms(
        Level level, Verify verify, Duration offerLife, Duration activation, int tries, Map<Integer, String> names) {
    HandoverTerms {
        names = Map.copyOf(names);
    }

    /** With parameters that have but numbers. */
    HandoverTerms(Level level, Verify verify, Duration offerLife, Duration activation, int tries) {
        this(level, verify, offerLife, activation, tries, Map.of());
    }

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

    /** What a parameter is called. */
    String name(int no) {
        return names.getOrDefault(no, "param=" + no);
    }
}
