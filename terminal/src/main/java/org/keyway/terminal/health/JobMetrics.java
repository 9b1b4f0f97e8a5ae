package org.keyway.terminal.health;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.keyway.job.Job;
import org.keyway.job.JobState;
import org.keyway.job.ShopFloorListener;
import org.keyway.job.Step;
import org.keyway.job.link.MachineStatus;

/** Counts jobs by the states they reach, and how long an operator waited for an answer; written as Prometheus text. */
@Singleton
public final class JobMetrics implements ShopFloorListener {
    private static final double[] BOUNDS = {0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30};

    private final Map<JobState, LongAdder> reached = new EnumMap<>(JobState.class);
    private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
    private final LongAdder waitedMillis = new LongAdder();

    @Inject
    public JobMetrics() {
        for (JobState state : JobState.values()) {
            reached.put(state, new LongAdder());
        }
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = new LongAdder();
        }
    }

    @Override
    public void jobChanged(Job job) {
        LongAdder count = reached.get(job.state());
        if (count != null) {
            count.increment();
        }
        if (isFirstAnswer(job)) {
            Duration waited = Duration.between(
                    job.steps().get(0).at(),
                    job.steps().get(job.steps().size() - 1).at());
            observe(Math.max(0, waited.toMillis()));
        }
    }

    @Override
    public void machineChanged(String machine, MachineStatus status) {}

    private static boolean isFirstAnswer(Job job) {
        return !job.steps().isEmpty()
                && job.state().isAtRest()
                && job.steps().stream()
                                .map(Step::state)
                                .filter(JobState::isAtRest)
                                .count()
                        == 1;
    }

    private void observe(long millis) {
        int bucket = 0;
        while (bucket < BOUNDS.length && millis > BOUNDS[bucket] * 1000) {
            bucket++;
        }
        buckets[bucket].increment();
        waitedMillis.add(millis);
    }

    String text() {
        StringBuilder text = new StringBuilder(1024);
        text.append("# HELP keyway_jobs_total Jobs that reached a state.\n# TYPE keyway_jobs_total counter\n");
        reached.forEach((state, count) -> text.append("keyway_jobs_total{state=\"")
                .append(state.name().toLowerCase(Locale.ROOT))
                .append("\"} ")
                .append(count.sum())
                .append('\n'));
        text.append("# HELP keyway_answer_seconds From the scan to the operator's answer.\n")
                .append("# TYPE keyway_answer_seconds histogram\n");
        long total = 0;
        for (int i = 0; i < buckets.length; i++) {
            total += buckets[i].sum();
            String bound = i < BOUNDS.length ? String.valueOf(BOUNDS[i]) : "+Inf";
            text.append("keyway_answer_seconds_bucket{le=\"")
                    .append(bound)
                    .append("\"} ")
                    .append(total)
                    .append('\n');
        }
        text.append("keyway_answer_seconds_sum ")
                .append(waitedMillis.sum() / 1000.0)
                .append('\n');
        return text.append("keyway_answer_seconds_count ")
                .append(total)
                .append('\n')
                .toString();
    }
}
