package org.keyway.profile.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.ProductIdentity;
import org.keyway.profile.Product;
import org.keyway.profile.matching.WorkshopView;

/**
 * A product as the registry knows it, or one of its variants.
 *
 * @param families its family and those that it belongs to
 */
record ProductLine(ProductIdentity identity, Optional<String> variant, List<String> families) {
    /** A line for each product, and one for each of its variants that the registry's attributes allow. */
    static List<ProductLine> of(WorkshopView view) {
        List<ProductLine> lines = new ArrayList<>();
        for (Product product : view.workshop().products()) {
            List<String> families = view.families(product.family());
            lines.add(new ProductLine(identity(product, Map.of()), Optional.empty(), families));
            product.variants()
                    .forEach((variant, conditions) -> WorkshopView.fulfilling(conditions, product.attributes())
                            .map(attributes -> identity(product, attributes))
                            .filter(identity -> product.variantOf(identity.attributes())
                                    .filter(variant::equals)
                                    .isPresent())
                            .ifPresent(
                                    identity -> lines.add(new ProductLine(identity, Optional.of(variant), families))));
        }
        return lines;
    }

    /** What the registry says wins, as on the shop floor. */
    private static ProductIdentity identity(Product product, Map<String, Object> more) {
        Map<String, Object> attributes = new HashMap<>(more);
        attributes.putAll(product.attributes());
        return new ProductIdentity(product.id(), product.family(), Optional.empty(), Optional.empty(), attributes);
    }
}
