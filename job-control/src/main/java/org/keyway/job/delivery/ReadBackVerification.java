package org.keyway.job.delivery;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyway.job.link.DeviceValue;
import org.keyway.job.link.NodeReading;

/** Whether a machine holds what was written, by the rules for each type: exact, but for Float and Double. */
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
        if (wanted instanceof Float w) {
            return found instanceof Float f && finite(f) && close(w, f, Math.ulp(w));
        }
        if (wanted instanceof Double w) {
            return found instanceof Double f && finite(f) && close(w, f, allowance(w, tolerance));
        }
        if (isInteger(wanted)) {
            return isInteger(found) && exact(wanted).equals(exact(found));
        }
        return wanted.equals(found);
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
