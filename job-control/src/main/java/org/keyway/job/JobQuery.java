package org.keyway.job;

import java.time.Instant;
import java.util.Optional;

/**
 * A search for jobs, newest first.
 *
 * @param after the id of the last job of the page before; jobs older than it are answered
 * @param limit from 1 to {@value #MAX_LIMIT}
 */
public record JobQuery(
        Optional<String> serial,
        Optional<String> product,
        Optional<String> station,
        Optional<String> machine,
        Optional<JobState> state,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> after,
        int limit) {
    public static final int MAX_LIMIT = 200;

    /** The newest job of a machine. */
    public static JobQuery ofMachine(String machine) {
        return ofMachine(machine, 1);
    }

    /** The newest jobs of a machine. */
    public static JobQuery ofMachine(String machine, int limit) {
        return new JobQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(machine),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }

    public JobQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be from 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }
}
