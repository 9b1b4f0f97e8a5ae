package org.keyway.profile;

import java.util.List;
import java.util.Optional;

/**
 * The value that won for one parameter, and why.
 *
 * @param value in {@code parameter.unit()}: a {@code BigDecimal}, {@code Boolean} or {@code String}
 * @param nodeValue the same in the unit that the machine expects
 * @param source the set and version it came from
 * @param formula the formula it was computed by, if it was
 * @param losers every other candidate of this parameter, most specific first
 */
public record MatchedValue(
        Parameter parameter,
        Object value,
        Object nodeValue,
        SetVersion source,
        Optional<String> formula,
        List<Loser> losers) {
    public MatchedValue {
        losers = List.copyOf(losers);
    }

    /**
     * A candidate that did not win.
     *
     * @param reason a stable word: {@code less-specific-product}, {@code less-specific-machine},
     *     {@code less-specific-operation}, {@code fewer-conditions}, {@code attribute}, {@code not-effective}
     */
    public record Loser(SetVersion source, String reason, String detail) {}
}
