package org.keyway.profile.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyway.profile.Parameter;
import org.keyway.profile.units.Units;

/** Values from one unit to another; of a list, each element. */
final class Conversion {
    private Conversion() {}

    /** The value in the target unit; unchanged where the value names no unit; empty when there is no way. */
    static Optional<Object> between(Object value, Optional<String> from, Optional<String> to) {
        if (from.isEmpty()) {
            return Optional.of(value);
        }
        if (value instanceof List<?> items) {
            return each(items, from, to);
        }
        if (!(value instanceof BigDecimal number)) {
            return Optional.of(value);
        }
        return to.flatMap(target -> Units.table().convert(number, from.get(), target))
                .map(Object.class::cast);
    }

    private static Optional<Object> each(List<?> items, Optional<String> from, Optional<String> to) {
        List<Object> converted = new ArrayList<>(items.size());
        for (Object item : items) {
            between(item, from, to).ifPresent(converted::add);
        }
        return converted.size() == items.size() ? Optional.of(List.copyOf(converted)) : Optional.empty();
    }

    /** A value in the parameter's unit; a quotient without end as the parameter's type holds it. */
    static Optional<Object> into(Parameter parameter, Object value, Optional<String> unit) {
        Optional<Object> converted = between(value, unit, parameter.unit());
        return unit.isEmpty() || unit.equals(parameter.unit())
                ? converted
                : converted.map(result -> held(parameter, result));
    }

    private static Object held(Parameter parameter, Object value) {
        if (value instanceof List<?> items) {
            return items.stream().<Object>map(item -> held(parameter, item)).toList();
        }
        return value instanceof BigDecimal number ? CarriedNumber.nearest(parameter.type(), number) : value;
    }
}
