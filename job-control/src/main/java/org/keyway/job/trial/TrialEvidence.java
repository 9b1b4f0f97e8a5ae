package org.keyway.job.trial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyway.identifier.ProductIdentity;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobResult;
import org.keyway.job.JobState;
import org.keyway.job.Problem;
import org.keyway.job.ProblemCatalogue;
import org.keyway.profile.ResultNode;

/** What a job says of the values that it was made with, by the results that its machine's profile judges. */
final class TrialEvidence {
    /** Failures over a value name it by this fact; those of a network or a machine at large have none. */
    private static final String PARAMETER = "parameter";

    private static final int LONGEST_SERIAL = 60;

    private final String machine;
    private final List<ResultNode> judged;
    private final ProblemCatalogue problems;

    /**
     * For the jobs of one machine.
     *
     * @param results what the profile reads when a job is done
     */
    TrialEvidence(String machine, List<ResultNode> results, ProblemCatalogue problems) {
        this.machine = machine;
        this.judged = results.stream()
                .filter(result ->
                        result.nominal().isPresent() && result.tolerance().isPresent())
                .toList();
        this.problems = problems;
    }

    /** Why the values are bad: a result out of its tolerance, or a value that the machine would not hold. */
    Optional<Problem> against(Job job) {
        return job.state() == JobState.FAILED ? failure(job) : outOfTolerance(job);
    }

    private Optional<Problem> failure(Job job) {
        return job.problem()
                .filter(problem -> problem.details().containsKey(PARAMETER))
                .map(problem -> problems.problem(
                        JobCode.TRIAL_FAILED_AT_MACHINE,
                        Map.of(
                                "machine",
                                machine,
                                "job",
                                job.id(),
                                "serial",
                                serial(job),
                                "cause",
                                problem.code() + " " + problem.details().get(PARAMETER))));
    }

    private Optional<Problem> outOfTolerance(Job job) {
        return job.results().stream()
                .filter(result ->
                        result.withinTolerance().filter(within -> !within).isPresent())
                .findFirst()
                .map(result -> problems.problem(JobCode.TRIAL_OUT_OF_TOLERANCE, facts(job, result)));
    }

    private Map<String, Object> facts(Job job, JobResult result) {
        String tolerance = judged.stream()
                .filter(node -> node.name().equals(result.name()))
                .findFirst()
                .flatMap(ResultNode::tolerance)
                .map(number -> "± " + number.toPlainString())
                .orElse("?");
        return Map.of(
                "job",
                job.id(),
                "serial",
                serial(job),
                "result",
                result.name(),
                "found",
                result.value(),
                "wanted",
                result.nominal().map(Object::toString).orElse("?"),
                "tolerance",
                tolerance,
                "unit",
                result.unit());
    }

    private static String serial(Job job) {
        String serial = job.identity().flatMap(ProductIdentity::serial).orElse("-");
        return ReasonText.fitting(serial, LONGEST_SERIAL);
    }

    /** Whether the job is done and every result that the profile can judge is there and good; there must be one. */
    boolean isGood(Job job) {
        Set<String> good = job.results().stream()
                .filter(result -> result.withinTolerance().orElse(false))
                .map(JobResult::name)
                .collect(Collectors.toSet());
        return job.state() == JobState.COMPLETED
                && !judged.isEmpty()
                && judged.stream().map(ResultNode::name).allMatch(good::contains);
    }
}
