package org.keyway.profile;

import java.util.List;

/** What a match found: a value for every required parameter, or the reasons why there is none. */
public sealed interface MatchResult {
    /** Complete and within limits; in the order of the profile's parameters. */
    record Matched(Machine machine, MachineProfile profile, String operation, List<MatchedValue> values)
            implements MatchResult {
        public Matched {
            values = List.copyOf(values);
        }
    }

    /** Nothing may be written; at least one reason, the most important first. */
    record Unmatched(List<Rejection> rejections) implements MatchResult {
        public Unmatched {
            rejections = List.copyOf(rejections);
        }
    }
}
