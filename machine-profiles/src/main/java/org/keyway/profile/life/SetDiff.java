package org.keyway.profile.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.Trust;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.ValueSource;

/**
 * What differs between two parameter sets; what is the same is left out.
 *
 * @param values by parameter, first those of the earlier set in its order
 * @param conditions by attribute; one that a set names twice is shown under its name and a number
 * @param fields everything else by its path in workshop files, such as {@code scope.product}, {@code effective.from}
 */
public record SetDiff(
        Map<String, Sides<ValueSource>> values,
        Map<String, Sides<AttributeCondition>> conditions,
        Map<String, Sides<String>> fields) {
    public SetDiff {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Both sides of a difference.
     *
     * @param before empty when it was added
     * @param after empty when it was removed
     */
    public record Sides<T>(Optional<T> before, Optional<T> after) {
        public Kind kind() {
            return before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
        }
    }

    /** What happened. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    public boolean isEmpty() {
        return values.isEmpty() && conditions.isEmpty() && fields.isEmpty();
    }

    /** The differences from one set to another. */
    public static SetDiff between(ParameterSet before, ParameterSet after) {
        return new SetDiff(
                differing(before.values(), after.values()),
                differing(conditions(before), conditions(after)),
                differing(fields(before), fields(after)));
    }

    private static <T> Map<String, Sides<T>> differing(Map<String, T> before, Map<String, T> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        Map<String, Sides<T>> differing = new LinkedHashMap<>();
        for (String name : names) {
            T first = before.get(name);
            T second = after.get(name);
            if (!Objects.equals(first, second)) {
                differing.put(name, new Sides<>(Optional.ofNullable(first), Optional.ofNullable(second)));
            }
        }
        return differing;
    }

    private static Map<String, AttributeCondition> conditions(ParameterSet set) {
        Map<String, AttributeCondition> conditions = new LinkedHashMap<>();
        List<AttributeCondition> all = new ArrayList<>(set.scope().attributes());
        for (AttributeCondition condition : all) {
            String name = condition.attribute();
            int number = 2;
            while (conditions.containsKey(name)) {
                name = condition.attribute() + " " + number++;
            }
            conditions.put(name, condition);
        }
        return conditions;
    }

    private static Map<String, String> fields(ParameterSet set) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", set.id());
        for (ScopeKey key : ScopeKey.values()) {
            set.scope().name(key).ifPresent(name -> fields.put("scope." + key.word(), name));
        }
        set.scope().trust().map(Trust::name).ifPresent(trust -> fields.put("scope.trust", trust));
        set.from().map(Instant::toString).ifPresent(from -> fields.put("effective.from", from));
        set.until().map(Instant::toString).ifPresent(until -> fields.put("effective.until", until));
        set.parts().map(String::valueOf).ifPresent(parts -> fields.put("effective.parts", parts));
        set.layer().ifPresent(layer -> fields.put("layer", layer));
        set.note().ifPresent(note -> fields.put("note", note));
        return fields;
    }
}
