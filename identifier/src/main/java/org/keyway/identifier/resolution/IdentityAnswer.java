package org.keyway.identifier.resolution;

import java.util.Map;

/**
 * What of a service's content the configuration lets in.
 *
 * @param product the registry key that it names
 * @param attributes by our names; values are {@code String}, {@code BigDecimal} or {@code Boolean}
 */
public record IdentityAnswer(String product, Map<String, Object> attributes) {
    public IdentityAnswer {
        attributes = Map.copyOf(attributes);
    }
}
