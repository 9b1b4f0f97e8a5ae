package org.keyway.terminal.api;

import org.jspecify.annotations.Nullable;
import org.keyway.job.JobParameter;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Name;
import org.keyway.profile.Parameter;
import org.keyway.profile.SetVersion;

/** One parameter of a job as JSON; {@code label} is what the machine's profile calls it, null when it doesn't. */
public record ParameterJson(
        String name,
        @Nullable Name label,
        Object value,
        @Nullable String unit,
        SetVersion source,
        String target,
        @Nullable Object written,
        @Nullable Object readBack,
        boolean verified) {
    static ParameterJson of(JobParameter parameter, @Nullable MachineProfile profile) {
        return new ParameterJson(
                parameter.name(),
                profile == null ? null : label(parameter.name(), profile),
                parameter.value(),
                parameter.unit().orElse(null),
                parameter.source(),
                parameter.target(),
                parameter.written().orElse(null),
                parameter.readBack().orElse(null),
                parameter.verified());
    }

    static @Nullable Name label(String name, MachineProfile profile) {
        for (Parameter parameter : profile.written()) {
            if (parameter.name().equals(name)) {
                return parameter.label();
            }
        }
        return null;
    }
}
