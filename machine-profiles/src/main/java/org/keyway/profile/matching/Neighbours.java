package org.keyway.profile.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.AttributeCondition.OneOf;

/**
 * Sets found by the same names, divided by the values of the attribute that most of them list, so that thousands of sets
 * for a value each needn't be compared each with each.
 */
final class Neighbours {
    private final Optional<String> attribute;
    private final Map<String, List<Contender>> byValue = new HashMap<>();
    private final List<Contender> others = new ArrayList<>();
    private final List<Contender> all = new ArrayList<>();

    /** Divides them; only the released ones are in it yet. */
    Neighbours(List<Contender> candidates, List<Contender> released) {
        attribute = Stream.concat(candidates.stream(), released.stream())
                .flatMap(contender -> contender.set().guard().conditions().stream())
                .filter(OneOf.class::isInstance)
                .collect(Collectors.groupingBy(AttributeCondition::attribute, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
        released.forEach(this::add);
    }

    void add(Contender contender) {
        all.add(contender);
        Optional<OneOf> listed = listed(contender);
        if (listed.isEmpty()) {
            others.add(contender);
        }
        listed.stream()
                .flatMap(condition -> condition.values().stream().distinct())
                .forEach(value -> byValue.computeIfAbsent(value, unused -> new ArrayList<>(1))
                        .add(contender));
    }

    /** Those of them that this one could meet, perhaps some twice. */
    List<List<Contender>> of(Contender contender) {
        Optional<OneOf> listed = listed(contender);
        if (listed.isEmpty()) {
            return List.of(all);
        }
        List<List<Contender>> near = new ArrayList<>();
        near.add(others);
        listed.get().values().stream().distinct().map(byValue::get).forEach(found -> {
            if (found != null) {
                near.add(found);
            }
        });
        return near;
    }

    private Optional<OneOf> listed(Contender contender) {
        return contender.set().guard().conditions().stream()
                .filter(condition ->
                        attribute.filter(condition.attribute()::equals).isPresent())
                .filter(OneOf.class::isInstance)
                .map(OneOf.class::cast)
                .findFirst();
    }
}
