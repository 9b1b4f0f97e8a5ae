package org.keyway.simulator.plc;

/** How the counters of a PLC go on: from 1 to 2^32-1, then from 1 again, for 0 means nothing. */
final class PlcCounter {
    private static final long LARGEST = 0xFFFF_FFFFL;
    private static final long HALF = 0x8000_0000L;

    private PlcCounter() {}

    /** Whether a counter comes after another, both within half of its circle. */
    static boolean isAfter(long counter, long other) {
        return counter != other && ((counter - other) & LARGEST) < HALF;
    }

    /** The counter after another. */
    static long next(long counter) {
        return counter >= LARGEST ? 1 : counter + 1;
    }
}
