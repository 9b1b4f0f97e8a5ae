package org.keyway.identifier.resolution;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Issue;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.ProductRegistry;
import org.keyway.identifier.ProductRegistry.RegisteredProduct;
import org.keyway.identifier.ProductResolver;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Resolution;
import org.keyway.identifier.scheme.IssueCode;

/** Resolves by the local registry alone. What the registry says about a product wins over what its label says. */
public final class RegistryResolver implements ProductResolver {
    private final ProductRegistry registry;

    @Inject
    public RegistryResolver(ProductRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Resolution resolve(Reading reading) {
        String key = reading.product().orElse("");
        return registry.find(key)
                .<Resolution>map(product -> new Resolution.Resolved(identity(reading, product)))
                .orElseGet(() -> new Resolution.Unknown(key, doubt(reading)));
    }

    private static Optional<Issue> doubt(Reading reading) {
        return reading.issues().stream()
                .filter(issue -> issue.code().equals(IssueCode.SYMBOLOGY_NOT_SENT.code()))
                .findFirst();
    }

    private static ProductIdentity identity(Reading reading, RegisteredProduct product) {
        Map<String, Object> attributes = new HashMap<>(reading.attributes());
        attributes.putAll(product.attributes());
        return new ProductIdentity(product.id(), product.family(), reading.serial(), reading.lot(), attributes);
    }
}
