package org.keyway.terminal.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keyway.profile.Choice;
import org.keyway.profile.Machine;
import org.keyway.profile.MatchedValue;
import org.keyway.profile.MissingValue;
import org.keyway.profile.Name;
import org.keyway.profile.SetVersion;
import org.keyway.profile.ValueLimits;

/**
 * What {@code match} answers for a scan, on the command line and over HTTP: what would be written and why, or why not.
 *
 * @param outcome {@code matched}, {@code unmatched}, {@code unknown-product} or {@code unidentified}
 * @param identity null unless the product is known
 * @param values what was found; nothing of it would be written unless matched
 * @param missing the parameters without a value, and why they have none
 * @param rejections empty when matched, never otherwise
 */
public record MatchJson(
        ReadingJson reading,
        @Nullable IdentityJson identity,
        String machine,
        String operation,
        String outcome,
        List<ValueJson> values,
        List<MissingJson> missing,
        List<ProblemView> rejections) {
    /** Whether every value was found. */
    public boolean matched() {
        return outcome.equals("matched");
    }

    /**
     * The value that won for one parameter, and every candidate that lost.
     *
     * @param choice what the value is called where it is one of an enumeration, else null
     * @param limits what it was held against, and whose limits these are
     * @param inputs what the formula was computed from
     * @param offsets what layers added to the value of the source; their sum is in {@code value}
     */
    public record ValueJson(
            String name,
            Name label,
            Object value,
            @Nullable String unit,
            Object nodeValue,
            @Nullable String nodeUnit,
            String node,
            SetVersion source,
            @Nullable String formula,
            @Nullable Choice choice,
            ValueLimits limits,
            Map<String, Object> inputs,
            List<MatchedValue.AddedOffset> offsets,
            List<MatchedValue.Loser> losers) {
        /** As JSON, with its node on the machine of this id. */
        public static ValueJson of(MatchedValue value, String machine) {
            String unit = value.parameter().unit().orElse(null);
            return new ValueJson(
                    value.parameter().name(),
                    value.parameter().label(),
                    value.value(),
                    unit,
                    value.nodeValue(),
                    value.parameter().nodeUnit().orElse(unit),
                    Machine.address(machine, value.parameter().node()),
                    value.source(),
                    value.formula().orElse(null),
                    value.choice().orElse(null),
                    value.limits(),
                    new TreeMap<>(value.inputs()),
                    value.offsets(),
                    value.losers());
        }
    }

    /**
     * A parameter without a value.
     *
     * @param source the set whose value would have counted, had nothing been wrong with it
     */
    public record MissingJson(
            String name,
            Name label,
            @Nullable ProblemView rejection,
            @Nullable SetVersion source,
            @Nullable String formula,
            Map<String, Object> inputs,
            List<MatchedValue.Loser> losers) {
        /** As JSON. */
        public static MissingJson of(MissingValue missing) {
            return new MissingJson(
                    missing.parameter().name(),
                    missing.parameter().label(),
                    missing.rejection().map(ProblemView::of).orElse(null),
                    missing.winner().orElse(null),
                    missing.formula().orElse(null),
                    missing.inputs(),
                    missing.losers());
        }
    }
}
