package org.keyway.job.delivery;

import org.keyway.job.Job;

/** How a delivery ended. In every case but the last the machine's release flag is known. */
public sealed interface DeliveryOutcome {
    /** The job as it is on record now. */
    Job job();

    /** At rest: the machine took the job, or it ended and the flag is known to be false, or nothing was written. */
    record Settled(Job job) implements DeliveryOutcome {}

    /** The job ended, but the release flag could not be seen false: it must be, before anything else is done there. */
    record InDoubt(Job job) implements DeliveryOutcome {}
}
