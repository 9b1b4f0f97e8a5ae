package org.keyway.job.machine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobEvent;
import org.keyway.job.JobState;
import org.keyway.job.MachineDoubt;
import org.keyway.job.Problem;
import org.keyway.job.link.MachineLink;

/** Ends on the word of people what a machine does not say itself. The machine must be claimed. */
final class EndOfDoubt {
    private final String machine;
    private final MachineLink link;
    private final FleetTools tools;

    EndOfDoubt(String machine, MachineLink link, FleetTools tools) {
        this.machine = machine;
        this.link = link;
        this.tools = tools;
    }

    /**
     * What could be ended.
     *
     * @param underWay whether something is being done to the machine: what that has not given up yet is in no doubt
     */
    List<MachineDoubt.Doubt> open(boolean underWay) {
        if (!link.endsByHand()) {
            return List.of();
        }
        Stream<MachineDoubt.Doubt> jobs = tools.jobs().unsettled(machine).stream()
                .filter(job -> job.state() == JobState.FAILED || !underWay)
                .map(this::doubt);
        Stream<MachineDoubt.Doubt> alarm = link.unacknowledged().stream()
                .map(problem -> new MachineDoubt.Doubt(Optional.empty(), problem, Optional.empty()));
        return Stream.concat(jobs, alarm).toList();
    }

    private MachineDoubt.Doubt doubt(Job job) {
        Instant since = job.steps().get(job.steps().size() - 1).at();
        return new MachineDoubt.Doubt(
                Optional.of(job.id()), job.problem().orElseGet(this::unknown), Optional.of(since));
    }

    /** On record first: what is ended at the machine without a trace would be worse than the doubt. */
    MachineDoubt.Outcome end(MachineDoubt.Statement statement) {
        if (!link.endsByHand()) {
            return nothing();
        }
        List<Job> ended = new ArrayList<>();
        for (Job job : tools.jobs().unsettled(machine)) {
            Job failed = job.state() == JobState.FAILED ? job : inDoubt(job);
            ended.add(tools.delivery()
                    .recorder()
                    .record(failed, new JobEvent.EndedByHand(statement.reason(), statement.by(), statement.witness())));
        }
        boolean open = link.endByHand();
        return open || !ended.isEmpty() ? new MachineDoubt.Outcome.Ended(ended) : nothing();
    }

    private MachineDoubt.Outcome nothing() {
        return new MachineDoubt.Outcome.Refused(
                tools.delivery().problems().problem(JobCode.NOTHING_IN_DOUBT, Map.of("machine", machine)));
    }

    private Job inDoubt(Job job) {
        return tools.delivery().recorder().record(job, new JobEvent.Failed(unknown(), List.of()));
    }

    private Problem unknown() {
        Map<String, Object> facts =
                Map.of("machine", machine, "cause", JobCode.INTERRUPTED.code(), "releaseFlag", "unknown");
        return tools.delivery().problems().problem(JobCode.IN_DOUBT, facts);
    }
}
