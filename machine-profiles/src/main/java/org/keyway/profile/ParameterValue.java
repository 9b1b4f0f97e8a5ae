package org.keyway.profile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values of parameters: a {@code BigDecimal}, a {@code Boolean}, a {@code String} (also for the types that have a text
 * form, see {@link ValueType}), a {@link LocalText}, an {@link NcProgram}, or a list of those.
 */
public final class ParameterValue {
    private static final Set<String> LOCAL_TEXT = Set.of("locale", "text");
    private static final Set<String> NC_PROGRAM = Set.of("name", "version", "sha256");

    private static final int LARGEST_SCALE = 1000;

    private ParameterValue() {}

    /** A value as it came from a file or a JSON document; what is none of these stays, and fits no type. */
    public static Object normalised(Object value) {
        if (value instanceof List<?> items) {
            return items.stream().<Object>map(ParameterValue::normalised).toList();
        }
        if (value instanceof Map<?, ?> fields
                && fields.get("text") instanceof String text
                && hasOnly(fields, LOCAL_TEXT)) {
            return new LocalText(text(fields, "locale"), text);
        }
        if (value instanceof Map<?, ?> fields && fields.keySet().equals(NC_PROGRAM)) {
            return new NcProgram(
                    text(fields, "name").orElse(""),
                    text(fields, "version").orElse(""),
                    text(fields, "sha256").orElse(""));
        }
        // A few characters can name a number that fills the memory when its digits are written out.
        boolean endless = value instanceof BigDecimal number && Math.abs((long) number.scale()) > LARGEST_SCALE;
        return endless ? value.toString() : AttributeValue.normalised(value);
    }

    private static boolean hasOnly(Map<?, ?> fields, Set<String> names) {
        return names.containsAll(fields.keySet());
    }

    private static Optional<String> text(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The numbers in a value: the number itself, or those of a list. */
    public static List<BigDecimal> numbers(Object value) {
        if (value instanceof List<?> items) {
            return items.stream()
                    .filter(BigDecimal.class::isInstance)
                    .map(BigDecimal.class::cast)
                    .toList();
        }
        return value instanceof BigDecimal number ? List.of(number) : List.of();
    }
}
