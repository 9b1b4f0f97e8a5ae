package org.keyway.terminal.api;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.ProductIdentity;
import org.keyway.profile.Name;
import org.keyway.profile.Product;
import org.keyway.profile.Workshop;

/**
 * A product identity as JSON.
 *
 * @param name of the product; null when the workshop no longer has it
 * @param trust how far it can be relied on that the label names this product
 * @param source the service that said so; null for the local registry
 * @param asOf when it said so; null for the local registry
 */
public record IdentityJson(
        String product,
        @Nullable Name name,
        String family,
        @Nullable String serial,
        @Nullable String lot,
        Map<String, Object> attributes,
        String trust,
        @Nullable String source,
        @Nullable String asOf) {
    static IdentityJson of(ProductIdentity identity, Workshop workshop) {
        return new IdentityJson(
                identity.product(),
                workshop.product(identity.product()).map(Product::name).orElse(null),
                identity.family(),
                identity.serial().orElse(null),
                identity.lot().orElse(null),
                new TreeMap<>(identity.attributes()),
                identity.trust().name(),
                identity.provenance().source().orElse(null),
                identity.provenance().asOf().map(Times::text).orElse(null));
    }
}
