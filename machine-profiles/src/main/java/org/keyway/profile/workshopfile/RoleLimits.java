package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Message;
import org.keyway.profile.Limit;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ValueLimits;
import org.keyway.profile.ValueLimits.Layer;
import org.keyway.profile.ValueSource;
import org.keyway.profile.matching.ValueFit;

/** Which values somebody of a role may set, as the profiles say. A role that a parameter doesn't name may set any. */
public final class RoleLimits {
    /** The role of who imports files. */
    public static final String ENGINEER = "engineer";

    private RoleLimits() {}

    /**
     * A value that the role may not set.
     *
     * @param code {@code KW-IMP-032}, or {@code KW-IMP-033} for a formula or an offset, whose result nobody knows yet
     * @param facts parameter, role, and of a value also min, max and unit
     */
    public record Problem(String parameter, String code, Message message, Map<String, Object> facts) {
        public Problem {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * Everything in a set that somebody of this role may not set, by parameter; empty when all is allowed.
     *
     * @param profiles of the machines that the set's scope reaches
     */
    public static List<Problem> problems(ParameterSet set, String role, Collection<MachineProfile> profiles) {
        Map<String, Problem> found = new LinkedHashMap<>();
        for (MachineProfile profile : profiles) {
            for (Parameter parameter : profile.parameters()) {
                Limit limit = parameter.roleLimits().get(role);
                ValueSource source = set.values().get(parameter.name());
                if (limit != null && source != null) {
                    judge(parameter, source, limit, role)
                            .ifPresent(problem -> found.putIfAbsent(parameter.name(), problem));
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    private static Optional<Problem> judge(Parameter parameter, ValueSource source, Limit limit, String role) {
        if (!(source instanceof ValueSource.Constant constant)) {
            return Optional.of(problem(
                    ImportCode.BEYOND_JUDGEMENT, parameter, Map.of("parameter", parameter.name(), "role", role)));
        }
        Optional<Object> value =
                ValueFit.inUnitOf(parameter, constant).flatMap(raw -> ValueFit.canonical(parameter, raw));
        Optional<ValueLimits> allowed = ValueFit.limitsOf(parameter, limit, Layer.ROLE, role);
        if (value.isEmpty()
                || allowed.isEmpty()
                || allowed.get().forbids(value.get()).isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> facts = new LinkedHashMap<>(facts(parameter, value.get(), allowed.get()));
        facts.put("role", role);
        return Optional.of(problem(ImportCode.BEYOND_ROLE, parameter, facts));
    }

    private static Problem problem(ImportCode code, Parameter parameter, Map<String, Object> facts) {
        return new Problem(parameter.name(), code.code(), Problems.sentence(code, facts), facts);
    }

    /** What is to be said of a value and its limits. */
    static Map<String, Object> facts(Parameter parameter, Object value, ValueLimits limits) {
        return Map.of(
                "parameter", parameter.name(),
                "value", value,
                "min", text(limits.min(), "-∞"),
                "max", text(limits.max(), "∞"),
                "unit", parameter.unit().orElse(""));
    }

    private static String text(Optional<ValueLimits.Bound> bound, String endless) {
        return bound.map(ValueLimits.Bound::value)
                .map(BigDecimal::toPlainString)
                .orElse(endless);
    }
}
