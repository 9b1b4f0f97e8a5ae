package org.keyway.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A thing that is machined (ISA-95 material definition).
 *
 * @param identifiers the registry keys that labels name it by, such as {@code gtin:06901234000016}
 * @param attributes facts that conditions and formulas may use; values are {@code String}, {@code BigDecimal} or
 *     {@code Boolean}
 * @param aliases the keys that old labels name it by: its relabelling history
 * @param variants by name, the attributes that make a part one of the variant; no part is of two
 * @param limits by parameter, what it can't take
 */
public record Product(
        String id,
        String family,
        Name name,
        List<String> identifiers,
        Map<String, Object> attributes,
        List<ProductAlias> aliases,
        Map<String, List<AttributeCondition>> variants,
        Map<String, Limit> limits) {
    public Product {
        identifiers = List.copyOf(identifiers);
        attributes = attributes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> AttributeValue.normalised(entry.getValue())));
        // Documents from before there were aliases have none.
        aliases = List.copyOf(Objects.requireNonNullElse(aliases, List.of()));
        variants = Collections.unmodifiableMap(new LinkedHashMap<>(Objects.requireNonNullElse(variants, Map.of())));
        limits = Limit.byParameter(limits);
    }

    /** A product without limits. */
    public Product(
            String id,
            String family,
            Name name,
            List<String> identifiers,
            Map<String, Object> attributes,
            List<ProductAlias> aliases,
            Map<String, List<AttributeCondition>> variants) {
        this(id, family, name, identifiers, attributes, aliases, variants, Map.of());
    }

    /** A product that was never relabelled. */
    public Product(String id, String family, Name name, List<String> identifiers, Map<String, Object> attributes) {
        this(id, family, name, identifiers, attributes, List.of(), Map.of());
    }

    /** The variant that a part with these attributes is of, if it is of one. */
    public Optional<String> variantOf(Map<String, Object> attributes) {
        return variants.entrySet().stream()
                .filter(variant -> variant.getValue().stream().allMatch(condition -> condition.isMetBy(attributes)))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
