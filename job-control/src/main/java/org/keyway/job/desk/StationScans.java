package org.keyway.job.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a station remembers: its last scans, and the job whose scans it is collecting. Used under its own lock. */
final class StationScans {
    private final RecentScans recent = new RecentScans();
    private @Nullable OpenCollection open;

    RecentScans recent() {
        return recent;
    }

    Optional<OpenCollection> open() {
        return Optional.ofNullable(open);
    }

    void open(OpenCollection collection) {
        open = collection;
    }

    void close() {
        open = null;
    }
}
