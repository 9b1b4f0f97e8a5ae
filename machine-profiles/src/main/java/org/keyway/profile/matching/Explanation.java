package org.keyway.profile.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.ProductIdentity;
import org.keyway.profile.MatchedValue;
import org.keyway.profile.MatchedValue.Loser;
import org.keyway.profile.MissingValue;
import org.keyway.profile.Rejection;
import org.keyway.profile.ValueSource;
import org.keyway.profile.matching.Formula.FormulaException;

/** Says of a parameter without a value what was there for it, and why nothing came of it. */
final class Explanation {
    private final ProfilePlan plan;
    private final FormulaCache formulas;
    private final ProductIdentity identity;
    private final @Nullable MatchedValue[] values;

    /** Explains by the values found so far. */
    Explanation(ProfilePlan plan, FormulaCache formulas, ProductIdentity identity, @Nullable MatchedValue[] values) {
        this.plan = plan;
        this.formulas = formulas;
        this.identity = identity;
        this.values = values;
    }

    /** Empty where no set has anything for the parameter and it needn't have a value. */
    Optional<MissingValue> of(int place, List<Judged> offers, Optional<Rejection> rejection) {
        if (offers.isEmpty() && rejection.isEmpty()) {
            return Optional.empty();
        }
        Optional<Judged> winner = offers.stream().filter(Judged::covers).findFirst();
        Optional<String> formula = winner.map(found -> CaseMatch.source(found, plan, place))
                .filter(ValueSource.Formula.class::isInstance)
                .map(source -> ((ValueSource.Formula) source).expression());
        List<Loser> losers = winner.map(found -> CaseMatch.losers(found, offers))
                .orElseGet(() -> offers.stream()
                        .flatMap(offer -> offer.failure().stream())
                        .toList());
        return Optional.of(new MissingValue(
                plan.parameter(place),
                rejection,
                winner.map(Judged::source),
                formula,
                formula.map(expression -> knownInputs(expression, place)).orElse(Map.of()),
                losers));
    }

    private Map<String, Object> knownInputs(String expression, int place) {
        Map<String, Object> known = new HashMap<>();
        try {
            Formula formula = formulas.formula(expression, plan.parameter(place), plan.profile());
            for (String name : formula.names()) {
                input(name).ifPresent(input -> known.put(name, input));
            }
        } catch (FormulaException e) {
            return Map.of(); // The rejection says what is wrong with the formula itself.
        }
        return known;
    }

    private Optional<Object> input(String name) {
        Optional<Integer> other = plan.place(name);
        if (other.isEmpty()) {
            return Optional.ofNullable(identity.attributes().get(name));
        }
        MatchedValue value = values[other.get()];
        return value == null ? Optional.empty() : Optional.of(value.value());
    }
}
