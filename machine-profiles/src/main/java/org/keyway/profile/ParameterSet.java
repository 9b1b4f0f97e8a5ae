package org.keyway.profile;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Values with a scope.
 *
 * @param values by parameter name, in the order of the file; offsets in a set with a layer, anything else in one without
 * @param from from when it is in effect, that instant included
 * @param until until when, that instant excluded
 * @param note the reason of the last change
 * @param layer the name of a layer of offsets, such as {@code calibration}: in each layer the most specific offset counts,
 *     and what the layers give is added to the value
 * @param parts for how many parts it is in effect at most, counted in jobs that were released with a value of it
 */
public record ParameterSet(
        String id,
        Scope scope,
        Map<String, ValueSource> values,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> note,
        Optional<String> layer,
        Optional<Integer> parts) {
    public ParameterSet {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        // Documents from before there were layers and counts have neither.
        layer = Objects.requireNonNullElse(layer, Optional.empty());
        parts = Objects.requireNonNullElse(parts, Optional.empty());
    }

    /** A set of values without a count. */
    public ParameterSet(
            String id,
            Scope scope,
            Map<String, ValueSource> values,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<String> note) {
        this(id, scope, values, from, until, note, Optional.empty(), Optional.empty());
    }
}
