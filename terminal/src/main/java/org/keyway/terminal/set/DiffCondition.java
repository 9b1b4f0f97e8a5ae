package org.keyway.terminal.set;

import java.util.LinkedHashMap;
import java.util.Map;
import org.keyway.profile.AttributeCondition;

/** A condition as workshop files write it: a list, or an interval. */
final class DiffCondition {
    private DiffCondition() {}

    static Object of(AttributeCondition condition) {
        if (condition instanceof AttributeCondition.Between between) {
            Map<String, Object> interval = new LinkedHashMap<>();
            between.from().ifPresent(from -> interval.put("from", from));
            between.to().ifPresent(to -> interval.put("to", to));
            return interval;
        }
        return ((AttributeCondition.OneOf) condition).values();
    }
}
