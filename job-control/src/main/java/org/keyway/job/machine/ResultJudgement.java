package org.keyway.job.machine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyway.job.Job;
import org.keyway.job.JobParameter;
import org.keyway.job.JobResult;
import org.keyway.job.link.NodeReading;
import org.keyway.profile.ResultNode;

/** What a machine reported of a finished job, held against what the job asked for. */
final class ResultJudgement {
    private ResultJudgement() {}

    /** The results that could be read, in the order of the profile. */
    static List<JobResult> judge(Job job, List<ResultNode> nodes, List<NodeReading> readings) {
        List<JobResult> results = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            ResultNode node = nodes.get(i);
            readings.get(i).value().ifPresent(value -> results.add(judge(job, node, value)));
        }
        return results;
    }

    private static JobResult judge(Job job, ResultNode node, Object value) {
        Optional<BigDecimal> nominal = node.nominal()
                .flatMap(name -> job.parameters().stream()
                        .filter(parameter -> parameter.name().equals(name))
                        .findFirst())
                .map(JobParameter::value)
                .filter(Number.class::isInstance)
                .map(number -> new BigDecimal(number.toString()));
        Optional<Boolean> within = nominal.isPresent() && node.tolerance().isPresent() && isFinite(value)
                ? Optional.of(new BigDecimal(value.toString())
                                .subtract(nominal.get())
                                .abs()
                                .compareTo(node.tolerance().get())
                        <= 0)
                : Optional.empty();
        return new JobResult(
                node.name(),
                value,
                node.unit(),
                node.kind().name().toLowerCase(Locale.ROOT),
                nominal.map(Object.class::cast),
                within);
    }

    private static boolean isFinite(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue());
    }
}
