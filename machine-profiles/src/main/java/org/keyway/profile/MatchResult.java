package org.keyway.profile;

import java.util.List;
import java.util.Map;

/** What a match found: a value for every required parameter, or the reasons why there is none. */
public sealed interface MatchResult {
    /**
     * Complete and within limits; in the order of the profile's parameters.
     *
     * @param counted the versions with a limited number of parts that a value or an offset came from, and that number
     */
    record Matched(
            Machine machine,
            MachineProfile profile,
            String operation,
            List<MatchedValue> values,
            Map<SetVersion, Integer> counted)
            implements MatchResult {
        public Matched {
            values = List.copyOf(values);
            counted = Map.copyOf(counted);
        }

        /** A match in which nothing is counted. */
        public Matched(Machine machine, MachineProfile profile, String operation, List<MatchedValue> values) {
            this(machine, profile, operation, values, Map.of());
        }
    }

    /** Nothing may be written; at least one reason, the most important first. */
    record Unmatched(List<Rejection> rejections) implements MatchResult {
        public Unmatched {
            rejections = List.copyOf(rejections);
        }
    }
}
