package org.keyway.profile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A thing that is machined (ISA-95 material definition).
 *
 * @param identifiers the registry keys that labels name it by, such as {@code gtin:06901234000016}
 * @param attributes facts that conditions and formulas may use; values are {@code String}, {@code BigDecimal} or
 *     {@code Boolean}
 * @param aliases the keys that old labels name it by: its relabelling history
 */
public record Product(
        String id,
        String family,
        Name name,
        List<String> identifiers,
        Map<String, Object> attributes,
        List<ProductAlias> aliases) {
    public Product {
        identifiers = List.copyOf(identifiers);
        attributes = attributes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> AttributeValue.normalised(entry.getValue())));
        // Documents from before there were aliases have none.
        aliases = List.copyOf(Objects.requireNonNullElse(aliases, List.of()));
    }

    /** A product that was never relabelled. */
    public Product(String id, String family, Name name, List<String> identifiers, Map<String, Object> attributes) {
        this(id, family, name, identifiers, attributes, List.of());
    }
}
