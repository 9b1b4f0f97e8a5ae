package org.keyway.terminal.api;

import org.jspecify.annotations.Nullable;
import org.keyway.job.JobResult;

/** What a machine reported about a finished job, as JSON. */
public record ResultJson(
        String name,
        Object value,
        String unit,
        String kind,
        @Nullable Object nominal,
        @Nullable Boolean withinTolerance) {
    static ResultJson of(JobResult result) {
        return new ResultJson(
                result.name(),
                result.value(),
                result.unit(),
                result.kind(),
                result.nominal().orElse(null),
                result.withinTolerance().orElse(null));
    }
}
