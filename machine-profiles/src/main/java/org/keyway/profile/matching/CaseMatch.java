package org.keyway.profile.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.Trust;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchedValue;
import org.keyway.profile.MatchedValue.AddedOffset;
import org.keyway.profile.MissingValue;
import org.keyway.profile.NcProgram;
import org.keyway.profile.Parameter;
import org.keyway.profile.PartCounts;
import org.keyway.profile.Rejection;
import org.keyway.profile.SetVersion;
import org.keyway.profile.ValueLimits;
import org.keyway.profile.ValueSource;
import org.keyway.profile.matching.Formula.FormulaException;

/** One case: from the sets that its names lead to, to a value or a rejection for each parameter. */
final class CaseMatch {
    private final String machine;
    private final ProfilePlan plan;
    private final CaseLimits limits;
    private final ProductIdentity identity;
    private final FormulaCache formulas;
    private final List<Judged> candidates = new ArrayList<>();
    private final Counted counted = new Counted();
    private final Layers layers;
    private final @Nullable MatchedValue[] values;
    private final boolean[] derived;
    private final boolean[] underWay;
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<MissingValue> missing = new ArrayList<>(0);

    CaseMatch(
            MatchRequest request,
            ProfilePlan plan,
            CaseLimits limits,
            List<SetIndex.Candidate> found,
            FormulaCache formulas,
            PartCounts counts) {
        this.machine = request.machine();
        this.plan = plan;
        this.limits = limits;
        this.identity = request.identity();
        this.formulas = formulas;
        List<Judged> layered = new ArrayList<>(0);
        for (SetIndex.Candidate candidate : found) {
            Judged judged = Judged.of(candidate, identity.attributes(), request.at(), counts);
            counted.consider(judged);
            (candidate.set().guard().layer().isPresent() ? layered : candidates).add(judged);
        }
        this.layers = new Layers(layered, plan);
        this.values = new MatchedValue[plan.size()];
        this.derived = new boolean[plan.size()];
        this.underWay = new boolean[plan.size()];
    }

    /** Whether any set covers the case, with its conditions and dates. */
    boolean isCovered() {
        return candidates.stream().anyMatch(Judged::covers);
    }

    /** Whether every required parameter has a value. */
    boolean isComplete() {
        return isCovered() && !values().isEmpty() && rejections.isEmpty();
    }

    /** What is to be written of every parameter that has a value, in the order of the profile. */
    List<MatchedValue> values() {
        List<MatchedValue> found = new ArrayList<>(plan.size());
        for (int place = 0; place < plan.size(); place++) {
            MatchedValue value = value(place);
            if (value != null && value.value() instanceof NcProgram) {
                found.addAll(value.written());
            } else if (value != null) {
                found.add(value);
            }
        }
        return found;
    }

    /** The versions with a limited number of parts among those that values came from, and that number. */
    Map<SetVersion, Integer> counted(List<MatchedValue> values) {
        return counted.usedBy(values);
    }

    List<Rejection> rejections() {
        return rejections;
    }

    /** Parameters without a value, as far as there is something to say of them. */
    List<MissingValue> missing() {
        return missing;
    }

    private @Nullable MatchedValue value(int place) {
        if (!derived[place]) {
            int before = rejections.size();
            underWay[place] = true;
            values[place] = derive(place);
            underWay[place] = false;
            derived[place] = true;
            if (values[place] == null) {
                // The inputs of a formula were refused before the parameter itself.
                explain(place, rejections.size() > before ? rejections.get(rejections.size() - 1) : null);
            }
        }
        return values[place];
    }

    private void explain(int place, @Nullable Rejection rejection) {
        Contest contest = Contest.among(candidates, plan, place);
        if (contest.offers().isEmpty() && rejection == null) {
            return;
        }
        missing.add(contest.missing(rejection, expression -> knownInputs(expression, place)));
    }

    private Map<String, Object> knownInputs(String expression, int place) {
        Map<String, Object> known = new HashMap<>();
        try {
            Formula formula = formulas.formula(expression, plan.parameter(place), plan.profile());
            for (String name : formula.names()) {
                Optional<Integer> other = plan.place(name);
                Object input = other.isPresent()
                        ? Optional.ofNullable(values[other.get()])
                                .map(MatchedValue::value)
                                .orElse(null)
                        : identity.attributes().get(name);
                if (input != null) {
                    known.put(name, input);
                }
            }
        } catch (FormulaException e) {
            return Map.of(); // The rejection says what is wrong with the formula itself.
        }
        return known;
    }

    private @Nullable MatchedValue derive(int place) {
        Contest contest = Contest.among(candidates, plan, place);
        Judged winner = contest.winner();
        Parameter parameter = plan.parameter(place);
        if (winner == null) {
            if (parameter.required()) {
                reject(MatchCode.MISSING, parameter, Map.of());
            }
            return null;
        }
        if (distrusts(winner, parameter) || clashes(winner, contest)) {
            return null;
        }
        return matched(contest, winner);
    }

    /** Where the set that would win demands more trust than there is, none takes its place. */
    private boolean distrusts(Judged winner, Parameter parameter) {
        Optional<Trust> demanded = winner.set().guard().trust();
        if (demanded.isEmpty() || identity.trust().satisfies(demanded.get())) {
            return false;
        }
        Map<String, Object> facts = Map.of(
                "set", winner.source().toString(),
                "wanted", demanded.get().name(),
                "found", identity.trust().name());
        reject(MatchCode.UNTRUSTED, parameter, facts);
        return true;
    }

    private boolean clashes(Judged winner, Contest contest) {
        Optional<Judged> rival = contest.rival(winner);
        rival.ifPresent(other -> {
            String first = winner.source().toString();
            String second = other.source().toString();
            reject(MatchCode.CLASH, contest.parameter(), Map.of("first", first, "second", second));
        });
        return rival.isPresent();
    }

    private @Nullable MatchedValue matched(Contest contest, Judged winner) {
        int place = contest.place();
        ValueSource source = contest.source(winner);
        Optional<List<AddedOffset>> offsets = offsets(place);
        if (offsets.isEmpty()) {
            return null;
        }
        if (source instanceof ValueSource.Constant constant && offsets.get().isEmpty()) {
            return kept(contest, plan.settle(place, constant), winner, Optional.empty(), Map.of(), List.of());
        }
        Map<String, Object> inputs = new HashMap<>();
        Optional<Object> raw = raw(contest.parameter(), source, inputs);
        if (raw.isEmpty()) {
            return null;
        }
        Settled settled = Layers.settle(contest.parameter(), raw.get(), source.unit(), offsets.get());
        Optional<String> formula =
                source instanceof ValueSource.Formula computed ? Optional.of(computed.expression()) : Optional.empty();
        return kept(contest, settled, winner, formula, inputs, offsets.get());
    }

    private @Nullable MatchedValue kept(
            Contest contest,
            Settled settled,
            Judged winner,
            Optional<String> formula,
            Map<String, Object> inputs,
            List<AddedOffset> offsets) {
        if (settled instanceof Settled.Misfit misfit) {
            reject(misfit.code(), contest.parameter(), misfit.facts());
            return null;
        }
        Settled.Fits fits = (Settled.Fits) settled;
        if (isForbidden(contest.place(), fits)) {
            return null;
        }
        return new MatchedValue(
                contest.parameter(),
                fits.value(),
                fits.nodeValue(),
                winner.source(),
                formula,
                inputs,
                offsets,
                limits.at(contest.place()),
                contest.losers(winner));
    }

    private boolean isForbidden(int place, Settled.Fits fits) {
        if (limits == plan.limits() && fits.withinProfile()) {
            return false;
        }
        ValueLimits allowed = limits.at(place);
        Optional<ValueLimits.Bound> forbidding = allowed.forbids(fits.value());
        forbidding.ifPresent(bound -> reject(
                MatchCode.OUT_OF_LIMITS,
                plan.parameter(place),
                LimitFacts.of(plan.parameter(place), fits.value(), allowed, bound)));
        return forbidding.isPresent();
    }

    private Optional<List<AddedOffset>> offsets(int place) {
        if (layers.isEmpty()) {
            return Optional.of(List.of());
        }
        Layers.Sum sum = layers.sum(place);
        if (sum instanceof Layers.Sum.Clash clash) {
            reject(MatchCode.CLASH, plan.parameter(place), Map.of("first", clash.first(), "second", clash.second()));
            return Optional.empty();
        }
        return Optional.of(((Layers.Sum.Offsets) sum).offsets());
    }

    private Optional<Object> raw(Parameter parameter, ValueSource source, Map<String, Object> inputs) {
        if (source instanceof ValueSource.Constant constant) {
            return Optional.of(constant.value());
        }
        String expression = ((ValueSource.Formula) source).expression();
        try {
            Formula formula = formulas.formula(expression, parameter, plan.profile());
            for (String name : formula.names()) {
                inputs.put(name, input(name));
            }
            return Optional.of(FormulaValues.result(formula.evaluate(inputs), parameter.type()));
        } catch (FormulaException e) {
            reject(MatchCode.NO_RESULT, parameter, Map.of("reason", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Object input(String name) throws FormulaException {
        Optional<Integer> place = plan.place(name);
        if (place.isEmpty()) {
            Object attribute = identity.attributes().get(name);
            return FormulaValues.attribute(name, attribute, formulas.kind(name, plan.profile()));
        }
        if (underWay[place.get()]) {
            throw new FormulaException(name + " depends on itself");
        }
        MatchedValue value = value(place.get());
        if (value == null) {
            throw new FormulaException(name + " has no value");
        }
        return FormulaValues.input(value.value());
    }

    private void reject(MatchCode code, Parameter parameter, Map<String, Object> more) {
        Map<String, Object> details = new HashMap<>(more);
        details.put("parameter", parameter.name());
        details.put("product", identity.product());
        details.put("machine", machine);
        rejections.add(code.rejection(details));
    }
}
