package org.keyway.profile.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.AttributeCondition.Between;
import org.keyway.profile.AttributeCondition.OneOf;
import org.keyway.profile.AttributeValue;

/**
 * Sets found by the same names, divided by the attribute that most of them have a condition on: by the values listed and by
 * the stretches of numbers that intervals touch. Two sets that can meet share one of these marks, so that thousands of sets
 * needn't be compared each with each.
 */
final class Neighbours {
    /** An interval over more stretches is compared with everything. */
    private static final int MOST_STRETCHES = 64;

    private static final int SETS_PER_STRETCH = 8;

    private final Optional<String> attribute;
    private final List<BigDecimal> borders = new ArrayList<>();
    private final Map<Object, List<Contender>> byMark = new HashMap<>();
    private final List<Contender> unmarked = new ArrayList<>();
    private final List<Contender> all = new ArrayList<>();

    /** Divides them; only the released ones are in it yet. */
    Neighbours(List<Contender> candidates, List<Contender> released) {
        List<AttributeCondition> conditions = Stream.concat(candidates.stream(), released.stream())
                .flatMap(contender -> contender.set().guard().conditions().stream())
                .toList();
        attribute = conditions.stream()
                .collect(Collectors.groupingBy(AttributeCondition::attribute, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
        List<BigDecimal> starts = conditions.stream()
                .filter(Between.class::isInstance)
                .filter(condition ->
                        attribute.filter(condition.attribute()::equals).isPresent())
                .flatMap(condition -> ((Between) condition).from().stream())
                .sorted()
                .toList();
        for (int i = 0; i < starts.size(); i += SETS_PER_STRETCH) {
            BigDecimal start = starts.get(i);
            if (borders.isEmpty() || borders.get(borders.size() - 1).compareTo(start) < 0) {
                borders.add(start);
            }
        }
        released.forEach(this::add);
    }

    void add(Contender contender) {
        all.add(contender);
        Optional<Set<Object>> marks = marks(contender);
        marks.ifPresentOrElse(
                found -> found.forEach(mark -> byMark.computeIfAbsent(mark, unused -> new ArrayList<>(1))
                        .add(contender)),
                () -> unmarked.add(contender));
    }

    /** Those of them that this one could meet, perhaps some twice. */
    List<List<Contender>> of(Contender contender) {
        Optional<Set<Object>> marks = marks(contender);
        if (marks.isEmpty()) {
            return List.of(all);
        }
        List<List<Contender>> near = new ArrayList<>();
        near.add(unmarked);
        marks.get().forEach(mark -> near.add(byMark.getOrDefault(mark, List.of())));
        return near;
    }

    private Optional<Set<Object>> marks(Contender contender) {
        return contender.set().guard().conditions().stream()
                .filter(condition ->
                        attribute.filter(condition.attribute()::equals).isPresent())
                .findFirst()
                .flatMap(condition ->
                        condition instanceof OneOf listed ? Optional.of(marks(listed)) : marks((Between) condition));
    }

    private Set<Object> marks(OneOf listed) {
        Set<Object> marks = new HashSet<>(listed.values());
        listed.values().forEach(value -> AttributeValue.written(value).ifPresent(number -> marks.add(stretch(number))));
        return marks;
    }

    private Optional<Set<Object>> marks(Between interval) {
        int first = interval.from().map(this::stretch).orElse(0);
        int last = interval.to().map(this::stretch).orElse(borders.size());
        return last - first > MOST_STRETCHES
                ? Optional.empty()
                : Optional.of(IntStream.rangeClosed(first, last).boxed().collect(Collectors.toSet()));
    }

    /** Between which borders a number lies; the same for all that compare as equal. */
    private int stretch(BigDecimal number) {
        int found = Collections.binarySearch(borders, number);
        return found >= 0 ? found : -found - 1;
    }
}
