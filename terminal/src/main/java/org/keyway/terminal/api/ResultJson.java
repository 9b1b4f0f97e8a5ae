package org.keyway.terminal.api;

import org.jspecify.annotations.Nullable;
import org.keyway.job.JobResult;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Name;

/**
 * What a machine reported about a finished job, as JSON.
 *
 * @param label what the machine's profile calls the parameter that it is judged against; null when there is none
 */
public record ResultJson(
        String name,
        @Nullable Name label,
        Object value,
        String unit,
        String kind,
        @Nullable Object nominal,
        @Nullable Boolean withinTolerance) {
    static ResultJson of(JobResult result, @Nullable MachineProfile profile) {
        return new ResultJson(
                result.name(),
                profile == null ? null : label(result.name(), profile),
                result.value(),
                result.unit(),
                result.kind(),
                result.nominal().orElse(null),
                result.withinTolerance().orElse(null));
    }

    private static @Nullable Name label(String name, MachineProfile profile) {
        return profile.results().stream()
                .filter(result -> result.name().equals(name))
                .flatMap(result -> result.nominal().stream())
                .findFirst()
                .map(nominal -> ParameterJson.label(nominal, profile))
                .orElse(null);
    }
}
