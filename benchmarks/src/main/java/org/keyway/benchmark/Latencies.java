package org.keyway.benchmark;

import java.util.Arrays;

/** How long each of many calls took. */
public final class Latencies {
    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] sorted;

    /** Durations in nanoseconds, in any order; at least one. */
    public Latencies(long[] nanos) {
        sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    /** In milliseconds; the smallest duration that this share of all does not exceed. */
    public double percentile(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / NANOS_PER_MILLI;
    }
}
