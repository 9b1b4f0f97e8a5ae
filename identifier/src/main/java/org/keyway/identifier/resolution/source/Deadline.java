package org.keyway.identifier.resolution.source;

import java.time.Duration;

/** The moment by which all asking about one scan must have ended. */
public final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /** So long from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left; zero when it has passed. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** Whether more than this is left. */
    public boolean leaves(Duration time) {
        return left().compareTo(time) > 0;
    }
}
