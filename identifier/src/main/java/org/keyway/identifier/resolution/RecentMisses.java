package org.keyway.identifier.resolution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a source didn't know a moment ago. In memory, so that junk can't push out what is worth keeping. */
final class RecentMisses {
    private static final int MOST = 10_000;

    private final Map<String, Instant> until = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };
    private final Duration time;
    private final Clock clock;

    RecentMisses(Duration time, Clock clock) {
        this.time = time;
        this.clock = clock;
    }

    synchronized void add(String key) {
        until.put(key, clock.instant().plus(time));
    }

    synchronized boolean contains(String key) {
        @Nullable Instant end = until.get(key);
        if (end == null) {
            return false;
        }
        if (clock.instant().isBefore(end)) {
            return true;
        }
        until.remove(key);
        return false;
    }
}
