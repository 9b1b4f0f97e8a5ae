package org.keyway.job.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes whoever guesses passwords wait: after some wrong ones in a row the name is closed for half a minute, and twice as
 * long after each further one, up to an hour. Kept for names that nobody has too, so that waiting tells nothing; and for where it
 * comes from, so that nobody keeps another out by guessing.
 */
final class LockOut {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 7;
    private static final int MOST_NAMES = 10_000;

    private final int free;
    private final Clock clock;
    private final Map<String, Failures> failing = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_NAMES;
        }
    };

    private record Failures(int count, Instant closedUntil) {}

    /** By so many wrong ones in a row a name is closed. */
    LockOut(int free, Clock clock) {
        this.free = free;
        this.clock = clock;
    }

    /** Until when a name is closed, if it is. */
    synchronized Optional<Instant> closedUntil(String name) {
        Failures failures = failing.get(name);
        return failures != null && clock.instant().isBefore(failures.closedUntil())
                ? Optional.of(failures.closedUntil())
                : Optional.empty();
    }

    /** Whether the name is closed by it. */
    synchronized boolean failed(String name) {
        Failures before = failing.get(name);
        int count = before == null ? 1 : before.count() + 1;
        failing.put(name, new Failures(count, clock.instant().plus(closedFor(count))));
        return count >= free;
    }

    private Duration closedFor(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures - free, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    synchronized void succeeded(String name) {
        failing.remove(name);
    }
}
