package org.keyway.job.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.job.Job;
import org.keyway.job.JobEvent;
import org.keyway.job.JobParameter;
import org.keyway.job.JobRecorder;
import org.keyway.job.JobState;
import org.keyway.job.Problem;
import org.keyway.job.link.DeviceValue;
import org.keyway.job.link.NodeReading;

/** The job of one delivery as it goes on record, with the trace of what was written and read back. */
final class DeliveryRecord {
    private final JobRecorder recorder;
    private final Map<String, Object> before = new HashMap<>();
    private Job job;
    private List<JobParameter> parameters;
    private boolean releasing;

    DeliveryRecord(JobRecorder recorder, Job job) {
        this.recorder = recorder;
        this.job = job;
        this.parameters = job.parameters();
        this.releasing = job.state() == JobState.VERIFIED || job.state() == JobState.RELEASED;
    }

    Job job() {
        return job;
    }

    /** Whether the intent to release is on record. */
    boolean releasing() {
        return releasing;
    }

    /** Keeps what the nodes held before the first write. */
    void foundBefore(List<DeviceValue> values, List<NodeReading> readings) {
        for (int i = 0; i < values.size(); i++) {
            String name = values.get(i).parameter().name();
            readings.get(i).value().ifPresent(value -> before.putIfAbsent(name, value));
        }
    }

    /**
     * Keeps what was written and what came back.
     *
     * @param shown whether the machine showed it; else nothing came back and nothing is verified
     */
    void foundAfter(List<DeviceValue> values, List<NodeReading> readings, boolean shown) {
        List<JobParameter> traced = new ArrayList<>(parameters.size());
        for (int i = 0; i < values.size(); i++) {
            Optional<Object> found = shown ? readings.get(i).value() : Optional.empty();
            boolean holds = ReadBackVerification.holds(values.get(i), found);
            traced.add(parameters.get(i).traced(values.get(i).value(), found, holds));
        }
        parameters = traced;
    }

    /** Verified, and about to release: survives the loss of power before this returns. */
    void verifiedAndReleasing() {
        if (!releasing) {
            job = recorder.recordOnDisk(
                    job,
                    new JobEvent.Staged(Map.copyOf(before)),
                    new JobEvent.Verified(
                            parameters.stream()
                                    .flatMap(p -> p.written().stream())
                                    .toList(),
                            parameters.stream()
                                    .flatMap(p -> p.readBack().stream())
                                    .toList()),
                    new JobEvent.Releasing());
            releasing = true;
        }
    }

    void released() {
        if (job.state() != JobState.RELEASED) {
            job = recorder.record(job, new JobEvent.Released());
        }
    }

    Job accepted(boolean found) {
        job = job.state() == JobState.VERIFIED
                ? recorder.record(job, new JobEvent.Released(), new JobEvent.Accepted(found))
                : recorder.record(job, new JobEvent.Accepted(found));
        return job;
    }

    Job refused(Problem problem) {
        job = recorder.record(job, new JobEvent.Refused(problem));
        return job;
    }

    Job failed(Problem problem) {
        job = recorder.record(job, new JobEvent.Failed(problem, parameters));
        return job;
    }

    Job expired(Problem problem) {
        job = recorder.record(job, new JobEvent.Expired(problem));
        return job;
    }
}
