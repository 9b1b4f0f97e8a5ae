package org.keyway.identifier.resolution.source;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How long an answer holds by its HTTP headers (RFC 9111 5.2.2). */
final class CacheControl {
    private CacheControl() {}

    /** Zero for {@code no-store} and {@code no-cache}; else {@code max-age}, if it is given. */
    static Optional<Duration> timeToLive(HttpHeaders headers) {
        Optional<Duration> age = Optional.empty();
        for (String line : headers.allValues("Cache-Control")) {
            for (String directive : line.toLowerCase(Locale.ROOT).split(",", -1)) {
                String text = directive.strip();
                if (text.equals("no-store") || text.equals("no-cache")) {
                    return Optional.of(Duration.ZERO);
                }
                if (text.matches("max-age=\"?[0-9]{1,9}\"?")) {
                    age = Optional.of(Duration.ofSeconds(Long.parseLong(text.replaceAll("[^0-9]", ""))));
                }
            }
        }
        return age;
    }
}
