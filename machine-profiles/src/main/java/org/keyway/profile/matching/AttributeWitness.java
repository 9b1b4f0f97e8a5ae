package org.keyway.profile.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.AttributeValue;

/** Finds attributes for which conditions hold all together, if there are any. */
final class AttributeWitness {
    private AttributeWitness() {}

    /**
     * The attributes that the conditions ask for, with values that fulfil them; empty when there are none.
     *
     * @param preferred values to keep where they do
     */
    static Optional<Map<String, Object>> of(List<AttributeCondition> conditions, Map<String, Object> preferred) {
        Map<String, List<AttributeCondition>> byAttribute = new HashMap<>();
        for (AttributeCondition condition : conditions) {
            byAttribute
                    .computeIfAbsent(condition.attribute(), name -> new ArrayList<>(3))
                    .add(condition);
        }
        Map<String, Object> found = new HashMap<>();
        for (Map.Entry<String, List<AttributeCondition>> entry : byAttribute.entrySet()) {
            Stream<Object> kept = Stream.ofNullable(preferred.get(entry.getKey()));
            Optional<Object> value = Stream.concat(kept, candidates(entry.getValue()))
                    .filter(one -> fulfils(one, entry.getValue()))
                    .findFirst();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            found.put(entry.getKey(), value.get());
        }
        return Optional.of(found);
    }

    static boolean fulfils(Object value, List<AttributeCondition> conditions) {
        return conditions.stream().allMatch(condition -> condition.holds(value));
    }

    /** Values one of which fulfils the conditions if any value does. */
    private static Stream<Object> candidates(List<AttributeCondition> conditions) {
        Optional<AttributeCondition.OneOf> listed = conditions.stream()
                .filter(AttributeCondition.OneOf.class::isInstance)
                .map(AttributeCondition.OneOf.class::cast)
                .findFirst();
        return listed.isPresent()
                ? listed.get().values().stream().flatMap(AttributeWitness::readings)
                : withinIntervals(conditions);
    }

    /** A text, and what it may stand for in the registry. */
    static Stream<Object> readings(String text) {
        return Stream.concat(Stream.of(text), AttributeValue.written(text).stream());
    }

    private static Stream<Object> withinIntervals(List<AttributeCondition> conditions) {
        List<AttributeCondition.Between> intervals =
                conditions.stream().map(AttributeCondition.Between.class::cast).toList();
        Optional<BigDecimal> from =
                intervals.stream().flatMap(interval -> interval.from().stream()).max(BigDecimal::compareTo);
        Optional<BigDecimal> to =
                intervals.stream().flatMap(interval -> interval.to().stream()).min(BigDecimal::compareTo);
        return Stream.of(from.or(() -> to).orElse(BigDecimal.ZERO));
    }
}
