package org.keyway.profile;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Attribute values, which come as text from labels and as text, numbers or truth values from the registry. */
public final class AttributeValue {
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern WRITTEN = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");

    private AttributeValue() {}

    /** The value as text; numbers without needless zeros. */
    public static String text(Object value) {
        return value instanceof Number number
                ? plain(new BigDecimal(number.toString())).toPlainString()
                : value.toString();
    }

    /** The value as a number, if it is one or reads as one. */
    public static Optional<BigDecimal> number(Object value) {
        String text = value.toString();
        if (value instanceof Boolean || text.length() > LONGEST_NUMBER || !text.matches("[+-]?\\d+(\\.\\d+)?")) {
            return value instanceof Number number ? Optional.of(new BigDecimal(number.toString())) : Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    /** A number as workshop files may write it, also with an exponent; empty for other texts. */
    public static Optional<BigDecimal> written(String text) {
        return text.length() <= LONGEST_NUMBER && WRITTEN.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    /** Numbers as {@code BigDecimal}, anything else unchanged. */
    public static Object normalised(Object value) {
        return value instanceof Number number ? plain(new BigDecimal(number.toString())) : value;
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
