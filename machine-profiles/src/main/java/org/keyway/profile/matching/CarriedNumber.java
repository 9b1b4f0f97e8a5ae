package org.keyway.profile.matching;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.keyway.profile.ValueType;

/** Which decimals a type of OPC UA carries. A Float or Double carries what comes back when it is written out again. */
final class CarriedNumber {
    /** So many digits always come back (IEEE 754: 24 and 53 bits). */
    private static final int SURE_FLOAT_DIGITS = 6;

    private static final int SURE_DOUBLE_DIGITS = 15;

    private CarriedNumber() {}

    /**
     * Whether the number gets there.
     *
     * @param tolerance how much it may lose on the way
     */
    static boolean carries(ValueType type, BigDecimal number, BigDecimal tolerance) {
        return switch (type) {
            case FLOAT -> floatCarries(number, tolerance);
            case DOUBLE -> doubleCarries(number, tolerance);
            default -> isWhole(number) && inRange(type, number);
        };
    }

    private static boolean floatCarries(BigDecimal number, BigDecimal tolerance) {
        float nearest = number.floatValue();
        if (!Float.isFinite(nearest)) {
            return false;
        }
        boolean normal = Math.abs(nearest) >= Float.MIN_NORMAL || number.signum() == 0;
        return (normal && digits(number) <= SURE_FLOAT_DIGITS)
                || isSame(number, new BigDecimal(Float.toString(nearest)), BigDecimal.ZERO)
                || isSame(number, new BigDecimal(nearest), tolerance);
    }

    private static boolean doubleCarries(BigDecimal number, BigDecimal tolerance) {
        double nearest = number.doubleValue();
        if (!Double.isFinite(nearest)) {
            return false;
        }
        boolean normal = Math.abs(nearest) >= Double.MIN_NORMAL || number.signum() == 0;
        return (normal && digits(number) <= SURE_DOUBLE_DIGITS)
                || isSame(number, new BigDecimal(Double.toString(nearest)), BigDecimal.ZERO)
                || isSame(number, new BigDecimal(nearest), tolerance);
    }

    /** What a Float or Double makes of a number that was computed, and so has no last digit of its own. */
    static BigDecimal nearest(ValueType type, BigDecimal number) {
        if (type == ValueType.FLOAT && !floatCarries(number, BigDecimal.ZERO)) {
            float nearest = number.floatValue();
            return Float.isFinite(nearest) ? new BigDecimal(Float.toString(nearest)) : number;
        }
        if (type == ValueType.DOUBLE && !doubleCarries(number, BigDecimal.ZERO)) {
            double nearest = number.doubleValue();
            return Double.isFinite(nearest) ? new BigDecimal(Double.toString(nearest)) : number;
        }
        return number;
    }

    private static int digits(BigDecimal number) {
        return number.stripTrailingZeros().precision();
    }

    private static boolean isSame(BigDecimal number, BigDecimal held, BigDecimal tolerance) {
        return number.subtract(held).abs().compareTo(tolerance) <= 0;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static boolean inRange(ValueType type, BigDecimal number) {
        // Before the digits are written out: a small text can name a number that fills the memory.
        if (number.precision() - number.scale() > Long.SIZE) {
            return false;
        }
        int bits = type.bits();
        BigInteger value = number.toBigInteger();
        return type.isSigned() ? value.bitLength() < bits : value.signum() >= 0 && value.bitLength() <= bits;
    }
}
