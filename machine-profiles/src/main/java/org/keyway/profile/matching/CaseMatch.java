package org.keyway.profile.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.Trust;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchedValue;
import org.keyway.profile.MatchedValue.Loser;
import org.keyway.profile.Parameter;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Rejection;
import org.keyway.profile.ValueSource;
import org.keyway.profile.matching.SetIndex.Candidate;

/** One case: from the sets that its names lead to, to a value or a rejection for each parameter. */
final class CaseMatch {
    private final String machine;
    private final MachineProfile profile;
    private final ProductIdentity identity;
    private final FormulaCache formulas;
    private final List<Judged> candidates;
    private final Map<String, Optional<MatchedValue>> values = new LinkedHashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private final List<Rejection> rejections = new ArrayList<>();

    CaseMatch(
            MatchRequest request,
            String machine,
            MachineProfile profile,
            List<Candidate> candidates,
            FormulaCache formulas) {
        this.machine = machine;
        this.profile = profile;
        this.identity = request.identity();
        this.formulas = formulas;
        this.candidates = candidates.stream()
                .map(candidate -> new Judged(candidate, Conditions.failure(candidate.stored(), identity, request.at())))
                .toList();
    }

    /** A candidate, and why its conditions or dates don't hold, if they don't. */
    private record Judged(Candidate candidate, Optional<Loser> failure) {
        boolean covers() {
            return failure.isEmpty();
        }

        ParameterSet.Stored stored() {
            return candidate.stored();
        }

        ValueSource source(Parameter parameter) {
            return Objects.requireNonNull(stored().set().values().get(parameter.name()));
        }
    }

    /** Whether any set covers the case, with its conditions and dates. */
    boolean isCovered() {
        return candidates.stream().anyMatch(Judged::covers);
    }

    /** Whether every required parameter has a value. */
    boolean isComplete() {
        return isCovered() && !values().isEmpty() && rejections.isEmpty();
    }

    /** The values of every parameter that has one, in the order of the profile. */
    List<MatchedValue> values() {
        List<MatchedValue> found = new ArrayList<>();
        for (Parameter parameter : profile.parameters()) {
            value(parameter).ifPresent(found::add);
        }
        return found;
    }

    List<Rejection> rejections() {
        return rejections;
    }

    private Optional<MatchedValue> value(Parameter parameter) {
        Optional<MatchedValue> known = values.get(parameter.name());
        if (known != null) {
            return known;
        }
        underWay.add(parameter.name());
        Optional<MatchedValue> value = derive(parameter);
        underWay.remove(parameter.name());
        values.put(parameter.name(), value);
        return value;
    }

    private Optional<MatchedValue> derive(Parameter parameter) {
        List<Judged> offers = candidates.stream()
                .filter(candidate -> candidate.stored().set().values().containsKey(parameter.name()))
                .toList();
        Optional<Judged> winner = offers.stream().filter(Judged::covers).findFirst();
        if (winner.isEmpty()) {
            if (parameter.required()) {
                reject(MatchCode.MISSING, parameter, Map.of());
            }
            return Optional.empty();
        }
        if (distrusts(winner.get(), parameter)) {
            return Optional.empty();
        }
        Optional<Judged> rival = rival(winner.get(), offers, parameter);
        if (rival.isPresent()) {
            String first = winner.get().stored().source().toString();
            String second = rival.get().stored().source().toString();
            reject(MatchCode.CLASH, parameter, Map.of("first", first, "second", second));
            return Optional.empty();
        }
        return matched(parameter, winner.get(), losers(winner.get(), offers));
    }

    /** Where the set that would win demands more trust than there is, none takes its place. */
    private boolean distrusts(Judged winner, Parameter parameter) {
        Optional<Trust> demanded = winner.stored().set().scope().trust();
        if (demanded.isEmpty() || identity.trust().satisfies(demanded.get())) {
            return false;
        }
        String set = winner.stored().source().toString();
        reject(
                MatchCode.UNTRUSTED,
                parameter,
                Map.of(
                        "set",
                        set,
                        "wanted",
                        demanded.get().name(),
                        "found",
                        identity.trust().name()));
        return true;
    }

    private static Optional<Judged> rival(Judged winner, List<Judged> offers, Parameter parameter) {
        return offers.stream()
                .filter(Judged::covers)
                .filter(offer ->
                        offer.candidate().rank().equals(winner.candidate().rank()))
                .filter(offer -> !offer.source(parameter).equals(winner.source(parameter)))
                .findFirst();
    }

    private static List<Loser> losers(Judged winner, List<Judged> offers) {
        return offers.stream()
                .filter(offer -> !offer.stored().source().equals(winner.stored().source()))
                .map(offer -> offer.failure().orElseGet(() -> outranked(offer.candidate(), winner.candidate())))
                .toList();
    }

    private static Loser outranked(Candidate loser, Candidate winner) {
        return new Loser(loser.stored().source(), loser.rank().loses(winner.rank()), "");
    }

    private Optional<MatchedValue> matched(Parameter parameter, Judged winner, List<Loser> losers) {
        ValueSource source = winner.source(parameter);
        Optional<String> formula =
                source instanceof ValueSource.Formula computed ? Optional.of(computed.expression()) : Optional.empty();
        return rawValue(parameter, source)
                .flatMap(raw -> inUnitOf(parameter, raw, source))
                .filter(value -> fits(parameter, value))
                .flatMap(value -> inNodeUnit(parameter, value)
                        .map(nodeValue -> new MatchedValue(
                                parameter, value, nodeValue, winner.stored().source(), formula, losers)));
    }

    private Optional<Object> rawValue(Parameter parameter, ValueSource source) {
        if (source instanceof ValueSource.Constant constant) {
            return Optional.of(constant.value());
        }
        String expression = ((ValueSource.Formula) source).expression();
        try {
            Formula formula = formulas.formula(expression, parameter, profile);
            Map<String, Object> inputs = new HashMap<>();
            for (String name : formula.names()) {
                inputs.put(name, input(name));
            }
            return Optional.of(FormulaValues.result(formula.evaluate(inputs)));
        } catch (Formula.FormulaException e) {
            reject(MatchCode.NO_RESULT, parameter, Map.of("reason", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Object input(String name) throws Formula.FormulaException {
        Optional<Parameter> parameter = profile.parameters().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        if (parameter.isEmpty()) {
            return FormulaValues.attribute(name, identity.attributes().get(name), formulas.kind(name, profile));
        }
        if (underWay.contains(name)) {
            throw new Formula.FormulaException(name + " depends on itself");
        }
        return value(parameter.get())
                .map(value -> FormulaValues.input(value.value()))
                .orElseThrow(() -> new Formula.FormulaException(name + " has no value"));
    }

    private Optional<Object> inUnitOf(Parameter parameter, Object value, ValueSource source) {
        return Conversion.between(value, source.unit(), parameter.unit())
                .or(() -> noConversion(parameter, source.unit(), parameter.unit()));
    }

    private Optional<Object> inNodeUnit(Parameter parameter, Object value) {
        Optional<String> target = parameter.nodeUnit();
        return Conversion.between(value, target.isEmpty() ? target : parameter.unit(), target)
                .or(() -> noConversion(parameter, parameter.unit(), target));
    }

    private Optional<Object> noConversion(Parameter parameter, Optional<String> from, Optional<String> to) {
        reject(MatchCode.NO_CONVERSION, parameter, Map.of("unit", from.orElse(""), "target", to.orElse("")));
        return Optional.empty();
    }

    private boolean fits(Parameter parameter, Object value) {
        Optional<String> wanted = ValueFit.typeProblem(parameter, value);
        if (wanted.isPresent()) {
            reject(MatchCode.WRONG_TYPE, parameter, Map.of("value", value, "wanted", wanted.get()));
            return false;
        }
        if (ValueFit.withinLimits(parameter, value)) {
            return true;
        }
        Map<String, Object> facts = Map.of(
                "value", value,
                "unit", parameter.unit().orElse(""),
                "min", parameter.min().map(BigDecimal::toPlainString).orElse("-∞"),
                "max", parameter.max().map(BigDecimal::toPlainString).orElse("∞"));
        reject(MatchCode.OUT_OF_LIMITS, parameter, facts);
        return false;
    }

    private void reject(MatchCode code, Parameter parameter, Map<String, Object> more) {
        Map<String, Object> details = new HashMap<>(more);
        details.put("parameter", parameter.name());
        details.put("product", identity.product());
        details.put("machine", machine);
        rejections.add(code.rejection(details));
    }
}
