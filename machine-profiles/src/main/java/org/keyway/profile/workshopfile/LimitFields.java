package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.Limit;

/** Reads and writes limits, which stand by name under one key. */
final class LimitFields {
    private LimitFields() {}

    static Map<String, Limit> read(Fields fields, String key) {
        Map<String, Limit> limits = new LinkedHashMap<>();
        fields.mapping(key).ifPresent(names -> {
            for (String name : names.keys()) {
                names.mapping(name).ifPresent(limit -> limits.put(name, limit(name, limit)));
            }
        });
        return limits;
    }

    private static Limit limit(String name, Fields fields) {
        Optional<BigDecimal> min = fields.decimal("min").map(LimitFields::plain);
        Optional<BigDecimal> max = fields.decimal("max").map(LimitFields::plain);
        if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
            fields.problem(fields.line("min"), ImportCode.LIMITS_SWAPPED, Map.of("parameter", name));
        }
        if (min.isEmpty() && max.isEmpty()) {
            fields.problem(fields.line(), ImportCode.MISSING_KEY, Map.of("key", name + ".min, " + name + ".max"));
        }
        Limit limit = new Limit(min, max, fields.optionalText("unit"));
        fields.finish();
        return limit;
    }

    /** One scale for one number, so that what is written twice is the same. */
    private static BigDecimal plain(BigDecimal number) {
        return number.stripTrailingZeros().scale() < 0 ? number.setScale(0) : number.stripTrailingZeros();
    }

    static Entries write(Entries entries, String key, Map<String, Limit> limits) {
        if (limits.isEmpty()) {
            return entries;
        }
        Entries names = new Entries();
        limits.forEach((name, limit) -> names.mapping(
                name,
                new Entries()
                        .number("min", limit.min())
                        .number("max", limit.max())
                        .text("unit", limit.unit())));
        return entries.mapping(key, names);
    }
}
