package org.keyway.job;

import java.util.List;
import java.util.Optional;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.Reading;

/**
 * One scan carried to one machine (ISA-95 job order), as it stands now.
 *
 * @param id sortable by time of creation (ULID)
 * @param data what was scanned, cut to the longest label when it was longer
 * @param machine empty until one is chosen
 * @param requestId given by the client to make the request idempotent
 * @param problem why it ended badly; empty otherwise
 * @param steps in the order they were reached, {@code RECEIVED} first
 */
public record Job(
        String id,
        JobState state,
        String station,
        String data,
        Optional<String> symbology,
        Optional<String> machine,
        Optional<String> operation,
        Optional<String> requestId,
        Optional<Reading> reading,
        Optional<ProductIdentity> identity,
        List<JobParameter> parameters,
        List<JobResult> results,
        Optional<Problem> problem,
        List<Step> steps) {
    public Job {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
        steps = List.copyOf(steps);
    }
}
