package org.keyway.profile;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A condition on an attribute of a product identity. Data, never an expression, so that clashes can be decided. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface AttributeCondition {
    String attribute();

    /** Whether the condition holds for a value; a missing attribute fulfils none. */
    boolean holds(Object value);

    /** Whether the condition holds for these attributes. */
    default boolean isMetBy(Map<String, Object> attributes) {
        Object value = attributes.get(attribute());
        return value != null && holds(value);
    }

    /** Whether there is a value for which both hold; they must be of one attribute. */
    boolean meets(AttributeCondition other);

    /** Whether there are attributes for which all of these conditions hold; each list names an attribute once. */
    static boolean canAllHold(List<AttributeCondition> first, List<AttributeCondition> second) {
        return first.stream().allMatch(one -> one.meets(one))
                && second.stream()
                        .allMatch(other -> other.meets(other)
                                && first.stream()
                                        .filter(one -> one.attribute().equals(other.attribute()))
                                        .allMatch(other::meets));
    }

    /** The attribute is one of these: a text that is the same, or a number that is as large. */
    record OneOf(String attribute, List<String> values) implements AttributeCondition {
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(Object value) {
            return values.contains(AttributeValue.text(value))
                    || (value instanceof Number number && isListed(new BigDecimal(number.toString())));
        }

        private boolean isListed(BigDecimal number) {
            return values.stream()
                    .flatMap(text -> AttributeValue.written(text).stream())
                    .anyMatch(listed -> listed.compareTo(number) == 0);
        }

        @Override
        public boolean meets(AttributeCondition other) {
            return values.stream()
                    .anyMatch(text -> other.holds(text)
                            || AttributeValue.written(text).filter(other::holds).isPresent());
        }
    }

    /** The attribute is a number within the interval, both ends included. */
    record Between(String attribute, Optional<BigDecimal> from, Optional<BigDecimal> to) implements AttributeCondition {
        @Override
        public boolean holds(Object value) {
            return AttributeValue.number(value)
                    .filter(number -> from.isEmpty() || number.compareTo(from.get()) >= 0)
                    .filter(number -> to.isEmpty() || number.compareTo(to.get()) <= 0)
                    .isPresent();
        }

        @Override
        public boolean meets(AttributeCondition other) {
            return other instanceof Between interval ? overlaps(interval) : other.meets(this);
        }

        private boolean overlaps(Between other) {
            return !isEmpty() && !other.isEmpty() && startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
        }

        private boolean isEmpty() {
            return !startsBeforeEndOf(this);
        }

        private boolean startsBeforeEndOf(Between other) {
            return from.isEmpty() || other.to.isEmpty() || from.get().compareTo(other.to.get()) <= 0;
        }
    }
}
