package org.keyway.job.machine;

import java.util.List;
import java.util.Optional;
import org.keyway.job.Job;
import org.keyway.job.JobEvent;
import org.keyway.job.JobRecorder;
import org.keyway.job.JobState;
import org.keyway.job.Jobs;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.MachineLink;
import org.keyway.job.link.NodeReading;
import org.keyway.profile.MachineProfile;

/** Ends the jobs that a machine reports done, with the results that it shows. */
final class Completion {
    private final String machine;
    private final MachineProfile profile;
    private final MachineLink link;
    private final Jobs jobs;
    private final JobRecorder recorder;

    Completion(String machine, MachineProfile profile, MachineLink link, Jobs jobs, JobRecorder recorder) {
        this.machine = machine;
        this.profile = profile;
        this.link = link;
        this.jobs = jobs;
        this.recorder = recorder;
    }

    /**
     * The job as completed; empty when it is not one that this machine had accepted.
     *
     * @throws LinkException when the results can't be read now; the job then stays accepted
     */
    Optional<Job> complete(String jobId) throws LinkException {
        Optional<Job> accepted = jobs.find(jobId)
                .filter(job -> job.state() == JobState.ACCEPTED)
                .filter(job -> job.machine().filter(machine::equals).isPresent());
        if (accepted.isEmpty()) {
            return Optional.empty();
        }
        List<NodeReading> readings = profile.results().isEmpty() ? List.of() : link.readResults(profile.results());
        return Optional.of(recorder.record(
                accepted.get(),
                new JobEvent.Completed(ResultJudgement.judge(accepted.get(), profile.results(), readings))));
    }
}
