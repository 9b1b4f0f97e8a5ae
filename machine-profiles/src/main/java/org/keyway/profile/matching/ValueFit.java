package org.keyway.profile.matching;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.keyway.profile.Parameter;
import org.keyway.profile.ValueType;

/** Whether a value fits its parameter: type, range of the type, limits, length. Nothing is rounded or cut to fit. */
public final class ValueFit {
    private static final int DEFAULT_LONGEST_TEXT = 255;

    private ValueFit() {}

    /** What the type wants when the value isn't of it, such as {@code Int16}; empty when it fits. */
    public static Optional<String> typeProblem(Parameter parameter, Object value) {
        boolean fits = switch (parameter.type()) {
            case BOOLEAN -> value instanceof Boolean;
            case STRING -> value instanceof String text && text.length() <= longest(parameter);
            case DOUBLE -> value instanceof BigDecimal number && Double.isFinite(number.doubleValue());
            case FLOAT -> value instanceof BigDecimal number && Float.isFinite(number.floatValue());
            default -> value instanceof BigDecimal number && isWhole(number) && inRange(parameter.type(), number);
        };
        return fits ? Optional.empty() : Optional.of(wanted(parameter));
    }

    /** Whether a number is within the parameter's limits, both in the parameter's unit. */
    public static boolean withinLimits(Parameter parameter, Object value) {
        if (!(value instanceof BigDecimal number)) {
            return true;
        }
        return parameter.min().filter(min -> number.compareTo(min) < 0).isEmpty()
                && parameter.max().filter(max -> number.compareTo(max) > 0).isEmpty();
    }

    private static int longest(Parameter parameter) {
        return parameter.maxLength().orElse(DEFAULT_LONGEST_TEXT);
    }

    private static String wanted(Parameter parameter) {
        return parameter.type() == ValueType.STRING
                ? "String(" + longest(parameter) + ")"
                : parameter.type().opcUaName();
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static boolean inRange(ValueType type, BigDecimal number) {
        int bits = type.bits();
        BigInteger value = number.toBigInteger();
        return type.isSigned() ? value.bitLength() < bits : value.signum() >= 0 && value.bitLength() <= bits;
    }
}
