package org.keyway.job.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.ProductIdentity;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobEvent;

/** What the {@code job} table holds of a job: the rules by which it is written, and by which it is checked. */
record JobRow(
        String state,
        String station,
        Optional<String> machine,
        Optional<String> operation,
        Optional<String> product,
        Optional<String> serial,
        Optional<String> requestId,
        Instant receivedAt,
        boolean unsettled) {
    /** The row of a job whose last event this is. */
    static JobRow of(Job job, JobEvent last) {
        return new JobRow(
                job.state().name(),
                job.station(),
                job.machine(),
                job.operation(),
                job.identity().map(ProductIdentity::product),
                job.identity().flatMap(ProductIdentity::serial),
                job.requestId(),
                job.steps().get(0).at(),
                unsettled(job, last));
    }

    /** Whether the machine must still be looked at for this job before anything else is done there. */
    private static boolean unsettled(Job job, JobEvent last) {
        return isInDoubt(last) || !job.state().isAtRest();
    }

    /** Whether a job ended with this event and the machine may have it nevertheless. */
    static boolean isInDoubt(JobEvent last) {
        return last instanceof JobEvent.Failed failed && failed.problem().code().equals(JobCode.IN_DOUBT.code());
    }

    /** The first column in which another row differs. */
    Optional<String> differing(JobRow other) {
        Map<String, Object> mine = columns();
        Map<String, Object> others = other.columns();
        return mine.entrySet().stream()
                .filter(column -> !column.getValue().equals(others.get(column.getKey())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Map<String, Object> columns() {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("state", state);
        columns.put("station", station);
        columns.put("machine", machine);
        columns.put("operation", operation);
        columns.put("product", product);
        columns.put("serial", serial);
        columns.put("request_id", requestId);
        columns.put("received_at", receivedAt.toEpochMilli());
        columns.put("unsettled", unsettled);
        return columns;
    }
}
