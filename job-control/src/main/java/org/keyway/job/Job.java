package org.keyway.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.Reading;
import org.keyway.profile.SetVersion;

/**
 * One scan carried to one machine (ISA-95 job order), as it stands now.
 *
 * @param id sortable by time of creation (ULID)
 * @param data what was scanned, cut to the longest label when it was longer
 * @param machine empty until one is chosen
 * @param requestId given by the client to make the request idempotent
 * @param problem why it ended badly; empty otherwise
 * @param steps in the order they were reached, {@code RECEIVED} first
 * @param collection the scans that make up the job; empty where its first scan is the only one
 * @param counted the versions with a limited number of parts of which it took one, be it given back since or not
 * @param order the order of a manufacturing execution system that its scan took, if it took one
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
        List<Step> steps,
        Optional<ScanCollection> collection,
        List<SetVersion> counted,
        Optional<String> order) {
    public Job {
        counted = List.copyOf(counted);
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
        steps = List.copyOf(steps);
    }

    /** A job that took no order, and no part of any version whose parts are limited. */
    public Job(
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
            List<Step> steps,
            Optional<ScanCollection> collection) {
        this(
                id,
                state,
                station,
                data,
                symbology,
                machine,
                operation,
                requestId,
                reading,
                identity,
                parameters,
                results,
                problem,
                steps,
                collection,
                List.of(),
                Optional.empty());
    }

    /** A job of which nothing is known but its id and how it came. */
    public static Job received(String id, JobEvent.Received event, Instant at) {
        return new Job(
                id,
                JobState.RECEIVED,
                event.station(),
                event.data(),
                event.symbology(),
                Optional.empty(),
                Optional.empty(),
                event.requestId(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(new Step(JobState.RECEIVED, at)),
                Optional.empty());
    }

    /** What must be scanned next before this job can go to a machine; empty when nothing is. */
    public Optional<ScanCollection.Role> awaited() {
        return state.isFinal() ? Optional.empty() : collection.flatMap(ScanCollection::awaited);
    }

    /** The job after one more event. */
    public Job after(JobEvent event, Instant at) {
        JobDraft draft = new JobDraft(this);
        draft.apply(event, at);
        return draft.job();
    }
}
