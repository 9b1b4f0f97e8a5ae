package org.keyway.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyway.profile.AttributeValue;
import org.keyway.profile.MatchedValue;
import org.keyway.profile.MatchedValue.AddedOffset;

/**
 * How a job came to a value, as the journal keeps it; the set that won stands with the parameter.
 *
 * @param formula the formula it was computed by, if it was, with its inputs by name
 * @param offsets what layers added, in the parameter's unit
 * @param losers every other candidate, most specific first
 */
public record ValueDerivation(
        String parameter,
        Optional<String> formula,
        Map<String, Object> inputs,
        List<AddedOffset> offsets,
        List<Loser> losers) {
    public ValueDerivation {
        // Numbers come from formulas as binary fractions, from the journal as whatever they look like.
        inputs = inputs.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, input -> AttributeValue.normalised(input.getValue())));
        offsets = List.copyOf(offsets);
        losers = List.copyOf(losers);
    }

    /** A candidate that lost; the reason is a stable word of the matcher. */
    public record Loser(String set, int version, String reason) {}

    /** The derivation of a value; empty where one set alone gave it as it is. */
    public static Optional<ValueDerivation> of(MatchedValue value) {
        if (value.formula().isEmpty()
                && value.offsets().isEmpty()
                && value.losers().isEmpty()) {
            return Optional.empty();
        }
        List<Loser> losers = value.losers().stream()
                .map(loser -> new Loser(loser.source().set(), loser.source().version(), loser.reason()))
                .toList();
        return Optional.of(new ValueDerivation(
                value.parameter().name(), value.formula(), value.inputs(), value.offsets(), losers));
    }
}
