package org.keyway.identifier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The local registry of products, as far as identification needs it. */
public interface ProductRegistry {
    /** The product that carries this identifier, such as {@code gtin:06901234000016}. */
    Optional<RegisteredProduct> find(String key);

    /** The products that parts with this key stand for since they, or their labels, were renamed; usually none. */
    default List<Alias> aliases(String key) {
        return List.of();
    }

    /** A product as the registry knows it; attribute values are {@code String}, {@code Long}, {@code BigDecimal} or {@code Boolean}. */
    record RegisteredProduct(String id, String family, Map<String, Object> attributes) {
        public RegisteredProduct {
            attributes = Map.copyOf(attributes);
        }
    }

    /**
     * One line of a key's relabelling history.
     *
     * @param from since when the key stands for the product, that instant included
     * @param until until when, that instant excluded
     */
    record Alias(RegisteredProduct product, Optional<Instant> from, Optional<Instant> until) {
        /** Whether the key stands for the product at this time. */
        public boolean holds(Instant at) {
            return from.filter(at::isBefore).isEmpty()
                    && until.filter(end -> !at.isBefore(end)).isEmpty();
        }
    }
}
