package org.keyway.job;

import java.time.Instant;
import java.util.List;

/** The append-only record of everything that happened to jobs. */
public interface JobJournal {
    /**
     * Appends what happened to one job, all of it or nothing.
     *
     * @param job as it is after the entries
     * @param durability how sure it must be when this returns
     * @throws DuplicateRequestException when a job is received with a request id that another has
     * @throws PartsTakenException when the job takes a part of a version that has none left
     * @throws RuntimeException when it could not be recorded; whatever was to follow must then not be done
     */
    void append(Job job, List<Entry> entries, Durability durability);

    /** One event of a job, at millisecond precision. */
    record Entry(JobEvent event, Instant at) {}

    /** What an appended entry survives. */
    enum Durability {
        /** The death of this process. */
        PROCESS,
        /** Also the loss of power. */
        POWER
    }
}
