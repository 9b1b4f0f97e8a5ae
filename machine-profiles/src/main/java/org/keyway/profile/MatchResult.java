package org.keyway.profile;

import java.util.List;

/**
 * What a match found: a value for every required parameter, or the reasons why there is none. Either way the whole
 * derivation, as data.
 */
public sealed interface MatchResult {
    /** The values that were found, in the order of the profile's parameters. */
    List<MatchedValue> values();

    /** Parameters without a value that a set has something for, or that must have one; in no particular order. */
    List<MissingValue> missing();

    /** Complete and within limits. */
    record Matched(
            Machine machine,
            MachineProfile profile,
            String operation,
            List<MatchedValue> values,
            List<MissingValue> missing)
            implements MatchResult {
        public Matched {
            values = List.copyOf(values);
            missing = List.copyOf(missing);
        }

        /** A match in which nothing is left out. */
        public Matched(Machine machine, MachineProfile profile, String operation, List<MatchedValue> values) {
            this(machine, profile, operation, values, List.of());
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
