package org.keyway.terminal.api;

import org.jspecify.annotations.Nullable;
import org.keyway.job.reader.ReaderStatus;

/**
 * A reader with what is known of it, as JSON.
 *
 * @param id its name at the station
 * @param feed OFFLINE, EVENTS or LAST_SCAN
 */
public record ReaderJson(
        String station,
        String id,
        String feed,
        String since,
        ReaderStatus.Counts counts,
        @Nullable ProblemView problem) {
    /** The reader as it stands. */
    public static ReaderJson of(ReaderStatus status) {
        return new ReaderJson(
                status.station(),
                status.reader(),
                status.feed().name(),
                Times.text(status.since()),
                status.counts(),
                status.problem().map(ProblemView::of).orElse(null));
    }
}
