package org.keyway.simulator.control;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The query of a URL. */
final class Query {
    private final Map<String, String> values = new HashMap<>();

    Query(@Nullable String raw) {
        for (String pair : (raw == null ? "" : raw).split("&", -1)) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                values.put(decoded(pair.substring(0, sign)), decoded(pair.substring(sign + 1)));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A number; {@code NumberFormatException}, with the text in it, for anything else. */
    Optional<Double> number(String name) {
        return text(name).map(Double::valueOf);
    }

    Optional<Integer> whole(String name) {
        return text(name).map(Integer::valueOf);
    }
}
