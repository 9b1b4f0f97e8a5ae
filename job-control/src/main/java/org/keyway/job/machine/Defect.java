package org.keyway.job.machine;

import java.util.List;
import java.util.Map;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobEvent;
import org.keyway.job.JobState;
import org.keyway.job.Problem;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.MachineLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a job under way when something of ours breaks, the journal perhaps: the flag goes down first. */
record Defect(String machine, MachineLink link, FleetTools tools) {
    private static final Logger LOG = LoggerFactory.getLogger(Defect.class);
    private static final String FLAG_FALSE = "false";

    /** Takes the release flag back and fails the job, on record where that is still possible. */
    Job fail(Job job, Throwable defect) {
        LOG.error("job {} on {} failed inside", job.id(), machine, defect);
        Job known = job;
        JobEvent failed = new JobEvent.Failed(problem(JobCode.INTERNAL), List.of());
        try {
            known = tools.jobs().find(job.id()).orElse(job);
            boolean releasing = known.state() == JobState.VERIFIED || known.state() == JobState.RELEASED;
            failed = new JobEvent.Failed(problem(defect, releasing), List.of());
            return known.state().isAtRest()
                    ? known
                    : tools.delivery().recorder().record(known, failed);
        } catch (RuntimeException alsoBroken) {
            LOG.error("the failure of job {} could not be recorded", job.id(), alsoBroken);
            return known.after(failed, tools.delivery().clock().instant());
        }
    }

    private Problem problem(JobCode code) {
        return tools.delivery().problems().problem(code, Map.of("machine", machine));
    }

    /** A job that was about to be released may have been taken: then only another look at the machine settles it. */
    private Problem problem(Throwable defect, boolean releasing) {
        String flag = withdrawn();
        boolean doubtful = releasing || !flag.equals(FLAG_FALSE);
        Map<String, Object> facts = Map.of(
                "code",
                defect.getClass().getSimpleName(),
                "machine",
                machine,
                "cause",
                JobCode.INTERNAL.code(),
                "releaseFlag",
                flag);
        return tools.delivery().problems().problem(doubtful ? JobCode.IN_DOUBT : JobCode.INTERNAL, facts);
    }

    private String withdrawn() {
        try {
            link.withdraw();
            return FLAG_FALSE;
        } catch (LinkException doubt) {
            return "unknown: " + doubt.code();
        } catch (RuntimeException alsoBroken) {
            LOG.error("the release flag of {} could not be cleared", machine, alsoBroken);
            return "unknown: " + alsoBroken.getClass().getSimpleName();
        }
    }
}
