package org.keyway.profile;

import java.time.Instant;
import java.util.Optional;

/**
 * A key that labels name a product by for a time, such as that of a former part number.
 *
 * @param key a registry key, such as {@code part:P150-0041}; of a single part with its serial number behind it, as {@code
 *     part:P150-0041;serial=000123}
 * @param from since when, that instant included
 * @param until until when, that instant excluded
 */
public record ProductAlias(String key, Optional<Instant> from, Optional<Instant> until) {
    /** Whether there is a moment at which both hold. */
    public boolean overlaps(ProductAlias other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(ProductAlias other) {
        return from.isEmpty() || other.until.isEmpty() || from.get().isBefore(other.until.get());
    }
}
