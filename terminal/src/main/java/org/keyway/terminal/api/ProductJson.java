package org.keyway.terminal.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keyway.profile.Name;
import org.keyway.profile.Product;

/** A product as JSON. */
public record ProductJson(
        String id, String family, Name name, List<String> identifiers, Map<String, Object> attributes) {
    static ProductJson of(Product product) {
        return new ProductJson(
                product.id(),
                product.family(),
                product.name(),
                product.identifiers(),
                new TreeMap<>(product.attributes()));
    }
}
