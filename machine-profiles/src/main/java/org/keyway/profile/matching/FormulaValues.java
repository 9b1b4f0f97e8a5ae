package org.keyway.profile.matching;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.keyway.profile.AttributeValue;
import org.keyway.profile.ValueType;
import org.keyway.profile.matching.Formula.FormulaException;
import org.keyway.profile.matching.Formula.Kind;

/** Values on their way into a formula and out of it. */
final class FormulaValues {
    /** Binary fractions leave noise in the sixteenth digit; no machine reads the thirteenth. */
    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    private static final int LONGEST_TEXT = Formula.LONGEST_TEXT;

    private FormulaValues() {}

    static Object input(Object value) {
        return value instanceof BigDecimal number ? (Object) number.doubleValue() : value;
    }

    static Object attribute(String name, @Nullable Object value, Kind kind) throws FormulaException {
        if (value == null) {
            throw new FormulaException(name + " is not on the label and not in the registry");
        }
        return switch (kind) {
            case TEXT -> bounded(name, AttributeValue.text(value));
            case TRUTH -> Boolean.valueOf(value.toString());
            case NUMBER ->
                AttributeValue.number(value)
                        .map(BigDecimal::doubleValue)
                        .orElseThrow(() -> new FormulaException(name + " is not a number: " + value));
        };
    }

    private static String bounded(String name, String text) throws FormulaException {
        if (text.length() > LONGEST_TEXT) {
            throw new FormulaException(name + " is longer than " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    /** A formula's result as a value; a number as the type that it is for holds it. */
    static Object result(Object value, ValueType type) throws FormulaException {
        if (value instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        if (value instanceof String text && text.length() > LONGEST_TEXT) {
            throw new FormulaException("the result is longer than " + LONGEST_TEXT + " characters");
        }
        if (!(value instanceof Double number)) {
            return value;
        }
        if (!Double.isFinite(number)) {
            throw new FormulaException("the result is " + number);
        }
        return AttributeValue.normalised(
                CarriedNumber.nearest(type, BigDecimal.valueOf(number).round(DIGITS)));
    }
}
