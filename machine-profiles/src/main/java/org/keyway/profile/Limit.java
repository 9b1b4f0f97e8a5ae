package org.keyway.profile;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Between which numbers a parameter's values must be, both ends included.
 *
 * @param unit of both; the parameter's own when empty
 */
public record Limit(Optional<BigDecimal> min, Optional<BigDecimal> max, Optional<String> unit) {
    /** Limits by parameter, in their order; documents from before there were limits have none. */
    static Map<String, Limit> byParameter(@Nullable Map<String, Limit> limits) {
        return limits == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    }
}
