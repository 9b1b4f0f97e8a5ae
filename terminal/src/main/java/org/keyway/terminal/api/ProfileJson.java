package org.keyway.terminal.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keyway.profile.ArrayBounds;
import org.keyway.profile.Choice;
import org.keyway.profile.Limit;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Name;
import org.keyway.profile.Parameter;

/** A machine profile as JSON: the parameters that a kind of machine takes. */
public record ProfileJson(String id, String delivery, List<ProfileParameter> parameters, List<String> interlockNodes) {
    static ProfileJson of(MachineProfile profile) {
        return new ProfileJson(
                profile.id(),
                profile.delivery(),
                profile.parameters().stream().map(ProfileParameter::of).toList(),
                profile.interlocks().stream().map(interlock -> interlock.node()).toList());
    }

    /** One parameter of the profile. */
    public record ProfileParameter(
            String name,
            Name label,
            String type,
            @Nullable String unit,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            boolean required,
            @Nullable BigDecimal tolerance,
            @Nullable Integer maxLength,
            String node,
            @Nullable String nodeUnit,
            @Nullable ArrayBounds array,
            List<Choice> choices,
            Map<String, Limit> roleLimits) {
        static ProfileParameter of(Parameter parameter) {
            return new ProfileParameter(
                    parameter.name(),
                    parameter.label(),
                    parameter.type().name(),
                    parameter.unit().orElse(null),
                    parameter.min().orElse(null),
                    parameter.max().orElse(null),
                    parameter.required(),
                    parameter.tolerance().orElse(null),
                    parameter.maxLength().orElse(null),
                    parameter.node(),
                    parameter.nodeUnit().orElse(null),
                    parameter.array().orElse(null),
                    parameter.choices(),
                    parameter.roleLimits());
        }
    }
}
