package org.keyway.job.delivery;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.job.JobCode;
import org.keyway.job.Problem;
import org.keyway.job.link.NodeReading;
import org.keyway.profile.Interlock;

/** Whether the conditions hold that a machine profile sets before anything is written, and again before release. */
final class InterlockCheck {
    private InterlockCheck() {}

    /** The first interlock that doesn't hold; one that can't be read doesn't hold. */
    static Optional<Problem> firstBroken(List<Interlock> interlocks, List<NodeReading> readings, String machine) {
        for (int i = 0; i < interlocks.size(); i++) {
            if (!holds(interlocks.get(i), readings.get(i))) {
                return Optional.of(problem(interlocks.get(i), readings.get(i), machine));
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Interlock interlock, NodeReading reading) {
        return reading.value()
                .map(InterlockCheck::text)
                .map(interlock.allowed()::contains)
                .orElse(false);
    }

    private static String text(Object value) {
        if (value instanceof Float || value instanceof Double) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number)
                    ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
                    : value.toString();
        }
        return value.toString();
    }

    private static Problem problem(Interlock interlock, NodeReading reading, String machine) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("machine", machine);
        facts.put("node", reading.node());
        facts.put("wanted", interlock.allowed());
        facts.put("found", reading.value().orElse(reading.status()));
        return new Problem(JobCode.INTERLOCK.code(), interlock.message(), facts);
    }
}
