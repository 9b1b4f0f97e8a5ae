package org.keyway.job;

import java.time.Instant;
import java.util.Optional;
import org.keyway.job.link.MachineStatus;

/** What every machine is doing now, for pages and for the OPC UA server. */
public interface MachineBoard {
    /** The machine's own state as last seen; offline when there is no connection. */
    MachineStatus status(String machine);

    /** When the machine last answered or wrote anything; empty while nothing was heard of it. */
    default Optional<Instant> lastContact(String machine) {
        return Optional.empty();
    }

    /** The job that the machine has, or had last. */
    Optional<Job> currentJob(String machine);
}
