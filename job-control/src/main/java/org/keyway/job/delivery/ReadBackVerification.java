package org.keyway.job.delivery;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.keyway.job.link.DeviceValue;
import org.keyway.job.link.NodeReading;

/**
 * Whether a machine holds what was written, by the rules for each type: exact, but for Float and Double, and
 * for numbers whose profile names a tolerance; of an array each element. What is not a number or endless equals nothing.
 */
final class ReadBackVerification {
    /** Where a profile names no tolerance: one part in a thousand million. */
    private static final double RELATIVE_TOLERANCE = 1e-9;

    private ReadBackVerification() {}

    /** The values that a machine does not hold, in the order of the wanted ones. */
    static List<Mismatch> mismatches(List<DeviceValue> wanted, List<NodeReading> found) {
        List<Mismatch> mismatches = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!holds(wanted.get(i), found.get(i).value())) {
                mismatches.add(new Mismatch(wanted.get(i), found.get(i)));
            }
        }
        return mismatches;
    }

    /** Whether the value found is the value wanted. */
    static boolean holds(DeviceValue wanted, Optional<Object> found) {
        return found.isPresent()
                && equal(wanted.value(), found.get(), wanted.parameter().tolerance());
    }

    private static boolean equal(Object wanted, Object found, Optional<BigDecimal> tolerance) {
        if (wanted instanceof List<?> items) {
            return found instanceof List<?> others && eachEqual(items, others, tolerance);
        }
        if (wanted instanceof Float w) {
            double allowance =
                    Math.max(Math.ulp(w), tolerance.map(BigDecimal::doubleValue).orElse(0.0));
            return found instanceof Float f && finite(w) && finite(f) && close(w, f, allowance);
        }
        if (wanted instanceof Double w) {
            return found instanceof Double f && finite(w) && finite(f) && close(w, f, allowance(w, tolerance));
        }
        if (isInteger(wanted)) {
            return isInteger(found) && closeIntegers(exact(wanted), exact(found), tolerance);
        }
        return wanted.equals(found);
    }

    private static boolean eachEqual(List<?> wanted, List<?> found, Optional<BigDecimal> tolerance) {
        return wanted.size() == found.size()
                && IntStream.range(0, wanted.size()).allMatch(i -> equal(wanted.get(i), found.get(i), tolerance));
    }

    private static boolean closeIntegers(BigInteger wanted, BigInteger found, Optional<BigDecimal> tolerance) {
        BigDecimal difference = new BigDecimal(wanted.subtract(found).abs());
        return difference.compareTo(tolerance.orElse(BigDecimal.ZERO)) <= 0;
    }

    private static double allowance(double wanted, Optional<BigDecimal> tolerance) {
        double relative = RELATIVE_TOLERANCE * Math.abs(wanted);
        return tolerance
                .map(BigDecimal::doubleValue)
                .map(t -> Math.max(t, relative))
                .orElse(relative);
    }

    private static boolean close(double wanted, double found, double allowance) {
        return Math.abs(wanted - found) <= allowance;
    }

    private static boolean finite(double value) {
        return !Double.isNaN(value) && !Double.isInfinite(value);
    }

    private static boolean isInteger(Object value) {
        return value instanceof Byte
                || value instanceof Short
                || value instanceof Integer
                || value instanceof Long
                || value instanceof BigInteger;
    }

    private static BigInteger exact(Object integer) {
        return integer instanceof BigInteger big ? big : BigInteger.valueOf(((Number) integer).longValue());
    }
}
