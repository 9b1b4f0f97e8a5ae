package org.keyway.identifier;

import java.util.HashMap;
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

    /** Whether this and the other are the same single part: product and serial number, which both must have. */
    public boolean isSamePart(ProductIdentity other) {
        return serial.isPresent() && serial.equals(other.serial) && product.equals(other.product);
    }

    /** The same with these attributes too; where both have one, these win. */
    public ProductIdentity withAttributes(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(attributes);
        all.putAll(more);
        return new ProductIdentity(product, family, serial, lot, all);
    }
}
