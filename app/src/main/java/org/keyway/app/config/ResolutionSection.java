package org.keyway.app.config;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.resolution.ResolutionConfiguration;
import org.keyway.identifier.resolution.ResolutionConfiguration.Breaker;
import org.keyway.identifier.resolution.ResolutionConfiguration.Times;
import org.keyway.identifier.resolution.source.SourceConfiguration;

/**
 * Who is asked about labels that the local registry doesn't know.
 *
 * <pre>
 * hosts: ["id.gs1.org", "idhub.plant.example:3000"]    # nothing else is ever connected to; port 443 where none is given
 * connectTimeout: 300ms
 * totalTimeout: 800ms                # for all sources, for one scan
 * retryPause: 50ms
 * keep: {known: 24h, unknown: 60s, stale: 7d, answers: 100000}
 * breaker: {failures: 5, pause: 30s}
 * sources:                           # asked in this order; see {@link SourceEntry}
 *   - {name: enterprise-node, type: idhub, url: "https://idhub.plant.example:3000", tokenFrom: "env:IDHUB_TOKEN",
 *      product: {at: partNumber, kind: part}, attributes: {boreClass: boreClass, /heat/lot: castLot}}
 * </pre>
 */
record ResolutionSection(
        @Nullable List<String> hosts,
        @Nullable String connectTimeout,
        @Nullable String totalTimeout,
        @Nullable String retryPause,
        @Nullable Keep keep,
        @Nullable BreakerEntry breaker,
        @Nullable List<SourceEntry> sources) {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|min|h|d)");

    record Keep(
            @Nullable String known,
            @Nullable String unknown,
            @Nullable String stale,
            @Nullable Integer answers) {}

    record BreakerEntry(
            @Nullable Integer failures, @Nullable String pause) {}

    ResolutionConfiguration configuration() {
        return new ResolutionConfiguration(
                hosts == null ? List.of() : hosts,
                configured(),
                times(),
                breaker == null
                        ? Breaker.USUAL
                        : new Breaker(
                                breaker.failures() == null ? Breaker.USUAL.failures() : breaker.failures(),
                                duration("breaker: pause", breaker.pause(), Breaker.USUAL.pause())),
                keep == null || keep.answers() == null ? ResolutionConfiguration.USUAL_CACHE_SIZE : keep.answers());
    }

    private List<SourceConfiguration> configured() {
        return sources == null
                ? List.of()
                : sources.stream().map(SourceEntry::configuration).toList();
    }

    private Times times() {
        Times usual = Times.USUAL;
        Keep kept = keep == null ? new Keep(null, null, null, null) : keep;
        return new Times(
                duration("connectTimeout", connectTimeout, usual.connect()),
                duration("totalTimeout", totalTimeout, usual.total()),
                duration("retryPause", retryPause, usual.retryPause()),
                duration("keep: known", kept.known(), usual.known()),
                duration("keep: unknown", kept.unknown(), usual.unknown()),
                duration("keep: stale", kept.stale(), usual.stale()));
    }

    private static Duration duration(String key, @Nullable String text, Duration usual) {
        if (text == null) {
            return usual;
        }
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(key + " must be like 200ms, 5s, 2min, 24h or 7d, not " + text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "min" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
