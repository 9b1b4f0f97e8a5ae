package org.keyway.terminal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keyway.job.Job;
import org.keyway.job.JobState;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Workshop;
import org.keyway.terminal.api.CollectionJson.AwaitingJson;

/**
 * A job as JSON, the same wherever a job is shown.
 *
 * @param order the order of a manufacturing execution system that the scan took; null when it took none
 * @param awaiting what must be scanned next before the job can go to a machine; null when nothing is
 * @param collection the scans of a job that needs several; null for a job of one scan
 * @param refusal why we would not do it; null for every other end
 * @param failure why we could not, or why it ended otherwise; null when it was refused
 */
public record JobJson(
        String id,
        String state,
        String station,
        @Nullable String machine,
        @Nullable String operation,
        @Nullable String requestId,
        String data,
        @Nullable String symbology,
        @Nullable IdentityJson identity,
        List<ParameterJson> parameters,
        List<ResultJson> results,
        @Nullable ProblemView refusal,
        @Nullable ProblemView failure,
        List<StepJson> steps,
        @Nullable AwaitingJson awaiting,
        @Nullable CollectionJson collection,
        @Nullable String order) {

    /** The job, with the names that the workshop has for what it mentions. */
    public static JobJson of(Job job, Workshop workshop) {
        MachineProfile profile = job.machine()
                .flatMap(workshop::machine)
                .flatMap(machine -> workshop.profile(machine.profile()))
                .orElse(null);
        boolean refused = job.state() == JobState.REFUSED;
        ProblemView problem = job.problem().map(ProblemView::of).orElse(null);
        return new JobJson(
                job.id(),
                job.state().name(),
                job.station(),
                job.machine().orElse(null),
                job.operation().orElse(null),
                job.requestId().orElse(null),
                job.data(),
                job.symbology().orElse(null),
                job.identity()
                        .map(identity -> IdentityJson.of(identity, workshop))
                        .orElse(null),
                job.parameters().stream()
                        .map(parameter -> ParameterJson.of(parameter, profile))
                        .toList(),
                job.results().stream()
                        .map(result -> ResultJson.of(result, profile))
                        .toList(),
                refused ? problem : null,
                refused ? null : problem,
                job.steps().stream()
                        .map(step -> new StepJson(step.state().name(), Times.text(step.at())))
                        .toList(),
                AwaitingJson.of(job),
                job.collection().map(CollectionJson::of).orElse(null),
                job.order().orElse(null));
    }

    /** A state that the job reached, and when. */
    public record StepJson(String state, String at) {}
}
