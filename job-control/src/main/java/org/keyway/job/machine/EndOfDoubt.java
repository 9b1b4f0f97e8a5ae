package org.keyway.job.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobEvent;
import org.keyway.job.JobState;
import org.keyway.job.MachineDoubt;
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
        Map<String, Object> facts =
                Map.of("machine", machine, "cause", JobCode.INTERRUPTED.code(), "releaseFlag", "unknown");
        return tools.delivery()
                .recorder()
                .record(
                        job,
                        new JobEvent.Failed(tools.delivery().problems().problem(JobCode.IN_DOUBT, facts), List.of()));
    }
}
