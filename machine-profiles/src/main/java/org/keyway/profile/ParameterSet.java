package org.keyway.profile;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values with a scope.
 *
 * @param values by parameter name, in the order of the file
 * @param from from when it is in effect, that instant included
 * @param until until when, that instant excluded
 * @param note the reason of the last change
 */
public record ParameterSet(
        String id,
        Scope scope,
        Map<String, ValueSource> values,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> note) {
    public ParameterSet {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A set as it stands in the store. */
    public record Stored(ParameterSet set, int version, State state) {
        /** The set and version that a value came from. */
        public SetVersion source() {
            return new SetVersion(set.id(), version);
        }
    }

    /** Where a version stands in its life. */
    public enum State {
        DRAFT,
        RELEASED,
        RETIRED
    }
}
