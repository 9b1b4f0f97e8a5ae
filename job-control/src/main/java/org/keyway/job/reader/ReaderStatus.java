package org.keyway.job.reader;

import java.time.Instant;
import java.util.Optional;
import org.keyway.job.Problem;

/**
 * What is known of a reader without asking it.
 *
 * @param reader its name at the station
 * @param since when the feed became what it is
 * @param problem the last that went wrong, until it is remedied or a code is taken
 */
public record ReaderStatus(
        String station, String reader, Feed feed, Instant since, Counts counts, Optional<Problem> problem) {
    /** Where codes come from. */
    public enum Feed {
        /** From nowhere: the reader isn't connected, or can't be used. */
        OFFLINE,
        /** Each code is told as an event. */
        EVENTS,
        /** The reader shows its last code alone, so that of two that come quickly one may be missed. */
        LAST_SCAN
    }

    /**
     * What became of the codes that the reader sent since the server started.
     *
     * @param taken became jobs, or a further scan of one
     * @param repeated were told of, or scanned, before
     * @param ignored are of code types that the station doesn't take
     * @param refused could not be understood
     * @param dropped came too fast
     */
    public record Counts(long taken, long repeated, long ignored, long refused, long dropped) {}

    /** Whether codes come from the reader. */
    public boolean online() {
        return feed != Feed.OFFLINE;
    }
}
