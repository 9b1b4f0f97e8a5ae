package org.keyway.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.Reading;
import org.keyway.profile.SetVersion;

/** A job while one event is worked into it: what each event changes stands here and nowhere else. */
final class JobDraft {
    private final Job base;
    private final List<Step> steps;
    private JobState state;
    private Optional<String> machine;
    private Optional<String> operation;
    private Optional<Reading> reading;
    private Optional<ProductIdentity> identity;
    private List<JobParameter> parameters;
    private List<JobResult> results;
    private Optional<Problem> problem;
    private Optional<ScanCollection> collection;
    private List<SetVersion> counted;
    private Optional<String> order;

    JobDraft(Job base) {
        this.base = base;
        this.steps = new ArrayList<>(base.steps());
        this.state = base.state();
        this.machine = base.machine();
        this.operation = base.operation();
        this.reading = base.reading();
        this.identity = base.identity();
        this.parameters = base.parameters();
        this.results = base.results();
        this.problem = base.problem();
        this.collection = base.collection();
        this.counted = base.counted();
        this.order = base.order();
    }

    void apply(JobEvent event, Instant at) {
        if (event instanceof JobEvent.Identified identified) {
            reading = Optional.of(identified.reading());
            identity = identified.identity().map(this::withCollected);
            identified.identity().ifPresent(known -> reach(JobState.IDENTIFIED, at));
        } else if (event instanceof JobEvent.Matched matched) {
            machine = Optional.of(matched.machine());
            operation = Optional.of(matched.operation());
            parameters = matched.parameters();
            order = matched.order();
            reach(JobState.MATCHED, at);
        } else if (event instanceof JobEvent.Verified verified) {
            parameters = verified(verified);
            reach(JobState.VERIFIED, at);
        } else if (event instanceof JobEvent.Accepted) {
            problem = Optional.empty();
            reach(JobState.ACCEPTED, at);
        } else if (event instanceof JobEvent.Staging staging) {
            counted = staging.counted();
        } else if (event instanceof JobEvent.Completed completed) {
            results = completed.results();
            reach(JobState.COMPLETED, at);
        } else {
            applyPlain(event, at);
        }
    }

    private List<JobParameter> verified(JobEvent.Verified event) {
        List<JobParameter> verified = new ArrayList<>(parameters.size());
        boolean shown = !event.readBack().isEmpty();
        for (int i = 0; i < parameters.size(); i++) {
            verified.add(parameters
                    .get(i)
                    .traced(
                            event.written().get(i),
                            shown ? Optional.of(event.readBack().get(i)) : Optional.empty(),
                            shown));
        }
        return verified;
    }

    private void applyPlain(JobEvent event, Instant at) {
        if (event instanceof JobEvent.Staged) {
            reach(JobState.STAGED, at);
        } else if (event instanceof JobEvent.Released) {
            reach(JobState.RELEASED, at);
        } else if (event instanceof JobEvent.Refused refused) {
            end(JobState.REFUSED, refused.problem(), at);
        } else if (event instanceof JobEvent.Failed failed) {
            parameters = failed.parameters().isEmpty() ? parameters : failed.parameters();
            end(JobState.FAILED, failed.problem(), at);
        } else if (event instanceof JobEvent.Expired expired) {
            end(JobState.EXPIRED, expired.problem(), at);
        } else if (event instanceof JobEvent.Cancelled cancelled) {
            end(JobState.CANCELLED, cancelled.problem(), at);
        } else {
            applyScan(event);
        }
    }

    private void applyScan(JobEvent event) {
        if (event instanceof JobEvent.Collecting collecting) {
            collection = Optional.of(ScanCollection.of(collecting));
        } else if (event instanceof JobEvent.Collected collected) {
            collection = collection.map(scans -> scans.with(collected));
            identity = identity.map(this::withCollected);
        } else if (event instanceof JobEvent.ScanRefused refused) {
            collection = collection.map(scans -> scans.refusing(refused.problem()));
        }
    }

    /** The part with what its other scans say, whichever came first. */
    private ProductIdentity withCollected(ProductIdentity part) {
        return collection.map(scans -> part.withAttributes(scans.attributes())).orElse(part);
    }

    private void end(JobState end, Problem why, Instant at) {
        problem = Optional.of(why);
        reach(end, at);
    }

    private void reach(JobState next, Instant at) {
        state = next;
        steps.add(new Step(next, at));
    }

    Job job() {
        return new Job(
                base.id(),
                state,
                base.station(),
                base.data(),
                base.symbology(),
                machine,
                operation,
                base.requestId(),
                reading,
                identity,
                parameters,
                results,
                problem,
                steps,
                collection,
                counted,
                order);
    }
}
