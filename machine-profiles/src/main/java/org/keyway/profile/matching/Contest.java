package org.keyway.profile.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keyway.profile.MatchedValue.Loser;
import org.keyway.profile.MissingValue;
import org.keyway.profile.Parameter;
import org.keyway.profile.Rejection;
import org.keyway.profile.ValueSource;

/**
 * The candidates that have something for one parameter, and which of them counts.
 *
 * @param offers the most specific first
 */
record Contest(ProfilePlan plan, int place, List<Judged> offers) {
    /** Those of the candidates that have something for the parameter. */
    static Contest among(List<Judged> candidates, ProfilePlan plan, int place) {
        if (candidates.size() == 1) {
            return new Contest(plan, place, plan.has(candidates.get(0).set(), place) ? candidates : List.of());
        }
        List<Judged> offers = new ArrayList<>(candidates.size());
        for (Judged candidate : candidates) {
            if (plan.has(candidate.set(), place)) {
                offers.add(candidate);
            }
        }
        return new Contest(plan, place, offers);
    }

    Parameter parameter() {
        return plan.parameter(place);
    }

    /** The most specific that covers the case. */
    @Nullable Judged winner() {
        for (Judged offer : offers) {
            if (offer.covers()) {
                return offer;
            }
        }
        return null;
    }

    /** What a candidate has for the parameter. */
    ValueSource source(Judged judged) {
        CompiledSet set = judged.set();
        return set.values()[plan.slots(set.shape())[place]];
    }

    /** Another set that covers the case, ranks the same as the winner and disagrees. */
    Optional<Judged> rival(Judged winner) {
        if (offers.size() == 1) {
            return Optional.empty();
        }
        return offers.stream()
                .filter(Judged::covers)
                .filter(winner::isEqualRank)
                .filter(offer -> !Agreement.agree(source(offer), source(winner), parameter()))
                .findFirst();
    }

    /** Why the others lost. */
    List<Loser> losers(Judged winner) {
        if (offers.size() == 1) {
            return List.of();
        }
        return offers.stream()
                .filter(offer -> !offer.source().equals(winner.source()))
                .map(offer -> offer.losesAgainst(winner))
                .toList();
    }

    /**
     * What there is to say of the parameter when it has no value.
     *
     * @param inputs gives what is known of what a formula is computed from
     */
    MissingValue missing(@Nullable Rejection rejection, Function<String, Map<String, Object>> inputs) {
        Optional<Judged> winner = Optional.ofNullable(winner());
        Optional<String> formula = winner.map(this::source)
                .filter(ValueSource.Formula.class::isInstance)
                .map(source -> ((ValueSource.Formula) source).expression());
        return new MissingValue(
                parameter(),
                Optional.ofNullable(rejection),
                winner.map(Judged::source),
                formula,
                formula.map(inputs).orElse(Map.of()),
                winner.map(this::losers).orElseGet(this::failures));
    }

    private List<Loser> failures() {
        return offers.stream().flatMap(offer -> offer.failure().stream()).toList();
    }
}
