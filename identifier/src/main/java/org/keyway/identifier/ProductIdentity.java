package org.keyway.identifier;

import java.util.Map;
import java.util.Optional;

/**
 * What a label stands for.
 *
 * @param product the product's id in the registry
 * @param family the product's family
 * @param attributes of the product, and those that the label adds; the registry's win
 */
public record ProductIdentity(
        String product, String family, Optional<String> serial, Optional<String> lot, Map<String, Object> attributes) {
    public ProductIdentity {
        attributes = Map.copyOf(attributes);
    }
}
