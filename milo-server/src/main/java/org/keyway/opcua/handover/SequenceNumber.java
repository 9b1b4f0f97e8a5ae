package org.keyway.opcua.handover;

/** The arithmetic of 32 bit counters that begin again after 2^32-1 (RFC 1982); a sequence is never 0. */
final class SequenceNumber {
    /** The greatest. */
    static final long LAST = 0xFFFF_FFFFL;

    private static final long HALF = 0x8000_0000L;

    private SequenceNumber() {}

    /** The one after; 0 is skipped. */
    static long after(long number) {
        return number >= LAST ? 1 : number + 1;
    }

    /** Whether one is the other or comes after it, both within half the circle. */
    static boolean reaches(long number, long other) {
        return ((number - other) & LAST) < HALF;
    }
}
