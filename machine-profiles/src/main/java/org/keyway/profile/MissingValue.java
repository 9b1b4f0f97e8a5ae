package org.keyway.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.MatchedValue.Loser;

/**
 * A parameter that has no value in a case, and why.
 *
 * @param rejection why the match is refused for it; empty for an optional parameter that no set covers
 * @param winner the set whose value would have counted, had nothing been wrong with it
 * @param formula the formula of the winner, if it has one
 * @param inputs what is known of the formula's inputs, by name
 * @param losers every other candidate, most specific first
 */
public record MissingValue(
        Parameter parameter,
        Optional<Rejection> rejection,
        Optional<SetVersion> winner,
        Optional<String> formula,
        Map<String, Object> inputs,
        List<Loser> losers) {
    public MissingValue {
        inputs = Map.copyOf(inputs);
        losers = List.copyOf(losers);
    }
}
