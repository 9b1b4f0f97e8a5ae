package org.keyway.profile;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.Optional;

/** Where a parameter's value in a set comes from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface ValueSource {
    /** The unit of the value; the parameter's own when empty. */
    Optional<String> unit();

    /** A value as {@link ParameterValue} describes. */
    record Constant(Object value, Optional<String> unit) implements ValueSource {
        public Constant {
            value = ParameterValue.normalised(value);
        }

        /** Written out, because a match asks for it once for each parameter. */
        @Override
        public int hashCode() {
            return 31 * value.hashCode() + unit.hashCode();
        }
    }

    /** A CEL expression over attributes and other parameters. */
    record Formula(String expression, Optional<String> unit) implements ValueSource {}

    /** What a layer adds to the value that the other sets give, a difference; it may be negative. */
    record Offset(BigDecimal amount, Optional<String> unit) implements ValueSource {
        public Offset {
            amount = (BigDecimal) AttributeValue.normalised(amount);
        }
    }
}
