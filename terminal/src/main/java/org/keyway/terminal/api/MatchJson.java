package org.keyway.terminal.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keyway.profile.MatchedValue;
import org.keyway.profile.Name;
import org.keyway.profile.SetVersion;

/**
 * What {@code match} answers for a scan, on the command line and over HTTP: what would be written and why, or why not.
 *
 * @param outcome {@code matched}, {@code unmatched}, {@code unknown-product} or {@code unidentified}
 * @param identity null unless the product is known
 * @param values empty unless matched
 * @param rejections empty when matched, never otherwise
 */
public record MatchJson(
        ReadingJson reading,
        @Nullable IdentityJson identity,
        String machine,
        String operation,
        String outcome,
        List<ValueJson> values,
        List<ProblemView> rejections) {
    /** Whether every value was found. */
    public boolean matched() {
        return outcome.equals("matched");
    }

    /**
     * The value that won for one parameter, and every candidate that lost.
     *
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
            Map<String, Object> inputs,
            List<MatchedValue.AddedOffset> offsets,
            List<MatchedValue.Loser> losers) {
        static ValueJson of(MatchedValue value) {
            String unit = value.parameter().unit().orElse(null);
            return new ValueJson(
                    value.parameter().name(),
                    value.parameter().label(),
                    value.value(),
                    unit,
                    value.nodeValue(),
                    value.parameter().nodeUnit().orElse(unit),
                    value.parameter().node(),
                    value.source(),
                    value.formula().orElse(null),
                    new TreeMap<>(value.inputs()),
                    value.offsets(),
                    value.losers());
        }
    }
}
