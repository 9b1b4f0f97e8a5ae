package org.keyway.profile;

import java.util.List;
import java.util.Map;

/**
 * What a match found: a value for every required parameter, or the reasons why there is none. Either way the whole
 * derivation, as data.
 */
public sealed interface MatchResult {
    /** The values that were found, in the order of the profile's parameters. */
    List<MatchedValue> values();

    /** Parameters without a value that a set has something for, or that must have one; in no particular order. */
    List<MissingValue> missing();

    /**
     * Complete and within limits.
     *
     * @param counted the versions with a limited number of parts that a value or an offset came from, and that number
     */
    record Matched(
            Machine machine,
            MachineProfile profile,
            String operation,
            List<MatchedValue> values,
            List<MissingValue> missing,
            Map<SetVersion, Integer> counted)
            implements MatchResult {
        public Matched {
            values = List.copyOf(values);
            missing = List.copyOf(missing);
            counted = Map.copyOf(counted);
        }

        /** A match in which nothing is left out and nothing counted. */
        public Matched(Machine machine, MachineProfile profile, String operation, List<MatchedValue> values) {
            this(machine, profile, operation, values, List.of(), Map.of());
        }
    }

    /** Nothing may be written, whatever was found; at least one reason, the most important first. */
    record Unmatched(List<Rejection> rejections, List<MatchedValue> values, List<MissingValue> missing)
            implements MatchResult {
        public Unmatched {
            rejections = List.copyOf(rejections);
            values = List.copyOf(values);
            missing = List.copyOf(missing);
        }

        /** A case in which no parameter was looked at. */
        public Unmatched(List<Rejection> rejections) {
            this(rejections, List.of(), List.of());
        }
    }
}
