package org.keyway.identifier;

import java.util.Map;
import java.util.Optional;

/** The local registry of products, as far as identification needs it. */
public interface ProductRegistry {
    /** The product that carries this identifier, such as {@code gtin:06901234000016}. */
    Optional<RegisteredProduct> find(String key);

    /** A product as the registry knows it; attribute values are {@code String}, {@code Long}, {@code BigDecimal} or {@code Boolean}. */
    record RegisteredProduct(String id, String family, Map<String, Object> attributes) {
        public RegisteredProduct {
            attributes = Map.copyOf(attributes);
        }
    }
}
