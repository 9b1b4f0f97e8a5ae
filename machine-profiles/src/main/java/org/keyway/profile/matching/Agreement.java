package org.keyway.profile.matching;

import java.math.BigDecimal;
import java.util.Optional;
import org.keyway.profile.Parameter;
import org.keyway.profile.ValueSource;
import org.keyway.profile.units.Units;

/** Whether two sets mean the same value: 1 r/s and 60 r/min are no disagreement. */
final class Agreement {
    private Agreement() {}

    static boolean agree(ValueSource one, ValueSource other, Parameter parameter) {
        if (one.equals(other)) {
            return true;
        }
        if (one instanceof ValueSource.Constant a && other instanceof ValueSource.Constant b) {
            return same(
                    Conversion.between(a.value(), a.unit(), parameter.unit()),
                    Conversion.between(b.value(), b.unit(), parameter.unit()));
        }
        if (one instanceof ValueSource.Offset a && other instanceof ValueSource.Offset b) {
            return same(difference(a, parameter), difference(b, parameter));
        }
        return one instanceof ValueSource.Formula a
                && other instanceof ValueSource.Formula b
                && a.expression().equals(b.expression())
                && a.unit().or(parameter::unit).equals(b.unit().or(parameter::unit));
    }

    /** What an offset is in the parameter's unit; empty when there is no way. */
    static Optional<Object> difference(ValueSource.Offset offset, Parameter parameter) {
        Optional<String> unit = offset.unit();
        return unit.isEmpty()
                ? Optional.of(offset.amount())
                : Units.table()
                        .convertDifference(
                                offset.amount(), unit.get(), parameter.unit().orElse(""))
                        .map(Object.class::cast);
    }

    private static boolean same(Optional<Object> one, Optional<Object> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        if (one.get() instanceof BigDecimal a && other.get() instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        return one.get().equals(other.get());
    }
}
