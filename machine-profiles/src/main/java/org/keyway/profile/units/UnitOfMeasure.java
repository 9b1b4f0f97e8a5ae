package org.keyway.profile.units;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A unit of the table.
 *
 * @param code the UNECE Recommendation 20 common code, or one of our own in lower case
 * @param dimension what it measures; only units of one dimension convert into each other
 * @param numerator with {@code denominator}: times this, a value to which {@code offset} was added is in the dimension's base
 */
public record UnitOfMeasure(
        String code, String symbol, String dimension, BigDecimal numerator, BigDecimal denominator, BigDecimal offset) {
    /** The OPC UA UnitId (OPC 10000-8 5.6.3.3): the code's characters as bytes of a number; -1 for units of our own. */
    public int unitId() {
        if (!code.equals(code.toUpperCase(Locale.ROOT))) {
            return -1;
        }
        int id = 0;
        for (int i = 0; i < code.length(); i++) {
            id = id << 8 | code.charAt(i);
        }
        return id;
    }
}
