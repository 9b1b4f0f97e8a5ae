package org.keyway.profile;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A condition on an attribute of a product identity. Data, never an expression, so that clashes can be decided. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface AttributeCondition {
    String attribute();

    /** Whether the condition holds for a value; a missing attribute fulfils none. */
    boolean holds(Object value);

    /** The attribute is one of these, compared as text. */
    record OneOf(String attribute, List<String> values) implements AttributeCondition {
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(Object value) {
            return values.contains(AttributeValue.text(value));
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
    }
}
