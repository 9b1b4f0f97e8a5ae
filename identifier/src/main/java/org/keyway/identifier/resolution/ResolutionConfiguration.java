package org.keyway.identifier.resolution;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keyway.identifier.resolution.source.AllowedHosts;
import org.keyway.identifier.resolution.source.SourceConfiguration;

/**
 * Who is asked about labels that the local registry doesn't know.
 *
 * @param hosts that may be asked, each by its name, with the port behind a colon where that is not 443
 * @param sources in the order in which they are asked
 * @param cacheSize how many answers are kept
 */
public record ResolutionConfiguration(
        List<String> hosts, List<SourceConfiguration> sources, Times times, Breaker breaker, int cacheSize) {
    /** How many answers are kept where nothing is said. */
    public static final int USUAL_CACHE_SIZE = 100_000;

    /** Nobody. */
    public static final ResolutionConfiguration NONE =
            new ResolutionConfiguration(List.of(), List.of(), Times.USUAL, Breaker.USUAL, USUAL_CACHE_SIZE);

    /**
     * A configuration.
     *
     * @throws IllegalArgumentException when a source is on no allowed host or there twice, with what to change
     */
    public ResolutionConfiguration {
        hosts = List.copyOf(hosts);
        sources = List.copyOf(sources);
        if (cacheSize < 1 || cacheSize > 10_000_000) {
            throw new IllegalArgumentException("cacheSize must be from 1 to 10000000, not " + cacheSize);
        }
        AllowedHosts allowed = AllowedHosts.of(hosts);
        Set<String> names = new HashSet<>();
        for (SourceConfiguration source : sources) {
            if (!names.add(source.name())) {
                throw new IllegalArgumentException("source " + source.name() + " is there twice");
            }
            if (!allowed.allow(source.address(), source.insecure())) {
                throw new IllegalArgumentException("source " + source.name()
                        + ": its host and port are not among hosts, or it is not https and not insecure: true");
            }
            if (source.certificate().isPresent()
                    && (source.insecure() || !"https".equals(source.address().getScheme()))) {
                throw new IllegalArgumentException("source " + source.name()
                        + ": a certificate is shown over https only; it can't be plain http or insecure");
            }
        }
    }

    /**
     * How long things may take, and hold.
     *
     * @param connect for a connection
     * @param total for all asking about one scan
     * @param retryPause before the one time that a source is asked again
     * @param known how long an answer holds at most; shorter where the service says so
     * @param unknown how long it holds that a service doesn't know an identifier
     * @param stale how long beyond that an answer may still be used while its service is away
     */
    public record Times(
            Duration connect, Duration total, Duration retryPause, Duration known, Duration unknown, Duration stale) {
        /** What is right for a worker who waits. */
        public static final Times USUAL = new Times(
                Duration.ofMillis(300),
                Duration.ofMillis(800),
                Duration.ofMillis(50),
                Duration.ofHours(24),
                Duration.ofSeconds(60),
                Duration.ofDays(7));

        public Times {
            if (connect.isZero() || total.isZero() || total.compareTo(Duration.ofSeconds(30)) > 0) {
                throw new IllegalArgumentException("connectTimeout and totalTimeout must be above 0, and 30s at most");
            }
        }
    }

    /**
     * When a source that fails is left alone.
     *
     * @param failures in a row after which it is
     * @param pause until it is tried again, once
     */
    public record Breaker(int failures, Duration pause) {
        /** Five failures, half a minute. */
        public static final Breaker USUAL = new Breaker(5, Duration.ofSeconds(30));

        public Breaker {
            if (failures < 1 || pause.isZero()) {
                throw new IllegalArgumentException("breaker: failures must be 1 at least, and pause above 0");
            }
        }
    }
}
