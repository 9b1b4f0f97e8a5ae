package org.keyway.profile.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keyway.profile.MatchedValue.AddedOffset;
import org.keyway.profile.Parameter;
import org.keyway.profile.ValueSource;

/** The offsets of a case: in each layer the most specific counts, and the layers add up. */
final class Layers {
    private final ProfilePlan plan;
    private final Map<String, List<Judged>> byLayer = new TreeMap<>();

    Layers(List<Judged> layered, ProfilePlan plan) {
        this.plan = plan;
        for (Judged judged : layered) {
            byLayer.computeIfAbsent(judged.set().guard().layer().orElseThrow(), layer -> new ArrayList<>())
                    .add(judged);
        }
    }

    /** What the layers give for one parameter. */
    sealed interface Sum {
        /** In the order of the layers' names; empty when no layer has any. */
        record Offsets(List<AddedOffset> offsets) implements Sum {}

        /** Two sets of one layer that rank the same and disagree. */
        record Clash(String first, String second) implements Sum {}
    }

    boolean isEmpty() {
        return byLayer.isEmpty();
    }

    Sum sum(int place) {
        List<AddedOffset> offsets = new ArrayList<>();
        for (Map.Entry<String, List<Judged>> layer : byLayer.entrySet()) {
            Contest contest = Contest.among(layer.getValue(), plan, place);
            Judged winner = contest.winner();
            if (winner == null) {
                continue;
            }
            Optional<Judged> rival = contest.rival(winner);
            if (rival.isPresent()) {
                return new Sum.Clash(
                        winner.source().toString(), rival.get().source().toString());
            }
            ValueSource.Offset offset = (ValueSource.Offset) contest.source(winner);
            BigDecimal amount = difference(offset, plan.parameter(place));
            offsets.add(new AddedOffset(layer.getKey(), winner.source(), amount));
        }
        return new Sum.Offsets(offsets);
    }

    private static BigDecimal difference(ValueSource.Offset offset, Parameter parameter) {
        return (BigDecimal) Agreement.difference(offset, parameter)
                .orElseThrow(() -> new IllegalStateException("an offset in a unit that was refused at import"));
    }

    /** What becomes of a value with offsets. */
    static Settled settle(Parameter parameter, Object raw, Optional<String> unit, List<AddedOffset> offsets) {
        if (offsets.isEmpty()) {
            return ProfilePlan.settle(parameter, raw, unit);
        }
        Optional<Object> base = Conversion.between(raw, unit, parameter.unit());
        if (base.isPresent() && base.get() instanceof BigDecimal number) {
            BigDecimal sum = offsets.stream().map(AddedOffset::amount).reduce(number, BigDecimal::add);
            BigDecimal held = CarriedNumber.nearest(parameter.type(), sum.stripTrailingZeros());
            return ProfilePlan.settle(parameter, held, parameter.unit());
        }
        return new Settled.Misfit(MatchCode.WRONG_TYPE, Map.of("value", raw, "wanted", parameter.typeName()));
    }
}
