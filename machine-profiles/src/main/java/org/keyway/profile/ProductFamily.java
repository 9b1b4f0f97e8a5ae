package org.keyway.profile;

import java.util.Map;
import java.util.Optional;

/**
 * Products that are machined alike (ISA-95 material class).
 *
 * @param parent the family that this one belongs to, if any
 * @param limits by parameter, what its products can't take
 */
public record ProductFamily(String id, Name name, Optional<String> parent, Map<String, Limit> limits) {
    public ProductFamily {
        limits = Limit.byParameter(limits);
    }

    /** A family without limits. */
    public ProductFamily(String id, Name name, Optional<String> parent) {
        this(id, name, parent, Map.of());
    }
}
