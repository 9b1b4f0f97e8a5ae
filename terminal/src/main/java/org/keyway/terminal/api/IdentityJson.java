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
 */
public record IdentityJson(
        String product,
        @Nullable Name name,
        String family,
        @Nullable String serial,
        @Nullable String lot,
        Map<String, Object> attributes) {
    static IdentityJson of(ProductIdentity identity, Workshop workshop) {
        return new IdentityJson(
                identity.product(),
                workshop.product(identity.product()).map(Product::name).orElse(null),
                identity.family(),
                identity.serial().orElse(null),
                identity.lot().orElse(null),
                new TreeMap<>(identity.attributes()));
    }
}
