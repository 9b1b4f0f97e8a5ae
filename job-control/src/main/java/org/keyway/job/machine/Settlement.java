package org.keyway.job.machine;

import java.util.Map;
import java.util.Optional;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobEvent;
import org.keyway.job.JobState;
import org.keyway.job.Jobs;
import org.keyway.job.Problem;
import org.keyway.job.delivery.Delivery;
import org.keyway.job.delivery.DeliveryOutcome;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.MachineLink;
import org.keyway.profile.MachineProfile;

/**
 * Settles what an interruption left behind on one machine: each job that had not come to rest is finished or taken back,
 * and a release flag that was last seen in doubt is seen false, before anything else is done there.
 */
final class Settlement {
    private final String machine;
    private final MachineProfile profile;
    private final MachineLink link;
    private final Jobs jobs;
    private final Delivery.Tools tools;

    Settlement(String machine, MachineProfile profile, MachineLink link, Jobs jobs, Delivery.Tools tools) {
        this.machine = machine;
        this.profile = profile;
        this.link = link;
        this.jobs = jobs;
        this.tools = tools;
    }

    /**
     * Settles every job but the one about to be delivered.
     *
     * @return why the machine is not settled yet; empty when it is
     */
    Optional<Problem> settleAllBut(String job) throws InterruptedException {
        for (Job left : jobs.unsettled(machine)) {
            Optional<Problem> problem = left.id().equals(job) ? Optional.empty() : settle(left);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> settle(Job job) throws InterruptedException {
        try {
            link.handshake();
            return job.state() == JobState.FAILED ? clearDoubt(job) : resume(job);
        } catch (LinkException failure) {
            return Optional.of(tools.problems().problem(failure, machine));
        }
    }

    private Optional<Problem> clearDoubt(Job job) throws LinkException {
        link.withdraw();
        boolean taken = wasReleasing(job) && link.handshake().took(job.id());
        tools.recorder().record(job, taken ? new JobEvent.Accepted(true) : new JobEvent.MadeSafe());
        return Optional.empty();
    }

    private static boolean wasReleasing(Job job) {
        return job.steps().stream().anyMatch(step -> step.state() == JobState.VERIFIED);
    }

    private Optional<Problem> resume(Job job) throws InterruptedException {
        return Delivery.resume(link, profile, job, tools) instanceof DeliveryOutcome.InDoubt
                ? Optional.of(tools.problems().problem(JobCode.NOT_SAFE_YET, Map.of("machine", machine)))
                : Optional.empty();
    }
}
