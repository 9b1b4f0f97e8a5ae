package org.keyway.job.reader;

import java.util.List;

/** What is known of every reader now. */
public interface ReaderBoard {
    /** Every reader of the workshop in force, by station and reader; answers at once. */
    List<ReaderStatus> readers();
}
