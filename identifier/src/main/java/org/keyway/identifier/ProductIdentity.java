package org.keyway.identifier;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a label stands for.
 *
 * @param product the product's id in the registry
 * @param family the product's family
 * @param attributes of the product, those that a service adds, and those that the label adds; the registry's win over the
 *     service's, the service's over the label's
 * @param provenance where it is known from that the label names this product
 */
public record ProductIdentity(
        String product,
        String family,
        Optional<String> serial,
        Optional<String> lot,
        Map<String, Object> attributes,
        Provenance provenance) {
    public ProductIdentity {
        attributes = Map.copyOf(attributes);
        // Journals from before there were other sources say nothing of it.
        provenance = Objects.requireNonNullElse(provenance, Provenance.LOCAL);
    }

    /** An identity by the local registry. */
    public ProductIdentity(
            String product,
            String family,
            Optional<String> serial,
            Optional<String> lot,
            Map<String, Object> attributes) {
        this(product, family, serial, lot, attributes, Provenance.LOCAL);
    }

    /** How far it can be relied on that the label names this product. */
    public Trust trust() {
        return provenance.trust();
    }

    /** Whether this and the other are the same single part: product and serial number, which both must have. */
    public boolean isSamePart(ProductIdentity other) {
        return serial.isPresent() && serial.equals(other.serial) && product.equals(other.product);
    }

    /** The same with these attributes too; where both have one, these win. */
    public ProductIdentity withAttributes(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(attributes);
        all.putAll(more);
        return new ProductIdentity(product, family, serial, lot, all, provenance);
    }
}
