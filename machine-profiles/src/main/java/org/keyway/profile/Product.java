package org.keyway.profile;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A thing that is machined (ISA-95 material definition).
 *
 * @param identifiers the registry keys that labels name it by, such as {@code gtin:06901234000016}
 * @param attributes facts that conditions and formulas may use; values are {@code String}, {@code BigDecimal} or
 *     {@code Boolean}
 */
public record Product(String id, String family, Name name, List<String> identifiers, Map<String, Object> attributes) {
    public Product {
        identifiers = List.copyOf(identifiers);
        attributes = attributes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> AttributeValue.normalised(entry.getValue())));
    }
}
