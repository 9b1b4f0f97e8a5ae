package org.keyway.profile;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A value that is read from the machine when it reports a job done.
 *
 * @param nominal the parameter whose value a measurement is judged against
 * @param tolerance how far from the nominal a measurement may be, in {@code unit}
 */
public record ResultNode(
        String name, String unit, String node, Kind kind, Optional<String> nominal, Optional<BigDecimal> tolerance) {
    /** What a result is about. */
    public enum Kind {
        ENERGY,
        MEASUREMENT,
        VALUE
    }
}
