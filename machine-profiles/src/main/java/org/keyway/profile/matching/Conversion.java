package org.keyway.profile.matching;

import java.math.BigDecimal;
import java.util.Optional;
import org.keyway.profile.units.Units;

/** Values from one unit to another. */
final class Conversion {
    private Conversion() {}

    /** The value in the target unit; unchanged where the value names no unit; empty when there is no way. */
    static Optional<Object> between(Object value, Optional<String> from, Optional<String> to) {
        if (from.isEmpty() || !(value instanceof BigDecimal number)) {
            return Optional.of(value);
        }
        return to.flatMap(target -> Units.table().convert(number, from.get(), target))
                .map(Object.class::cast);
    }
}
