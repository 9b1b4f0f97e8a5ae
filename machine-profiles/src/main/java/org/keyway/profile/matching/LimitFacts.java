package org.keyway.profile.matching;

import java.util.Map;
import org.keyway.profile.Parameter;
import org.keyway.profile.ValueLimits;
import org.keyway.profile.ValueLimits.Bound;

/** What is to be said of a value that a limit forbids. */
final class LimitFacts {
    private LimitFacts() {}

    static Map<String, Object> of(Parameter parameter, Object value, ValueLimits allowed, Bound forbidding) {
        return Map.of(
                "value", value,
                "unit", parameter.unit().orElse(""),
                "min", allowed.min().map(bound -> bound.value().toPlainString()).orElse("-∞"),
                "max", allowed.max().map(bound -> bound.value().toPlainString()).orElse("∞"),
                "layer", forbidding.layer().word(),
                "of", forbidding.of());
    }
}
