package org.keyway.profile.coverage;

import java.time.Duration;
import java.util.Optional;

/**
 * Which cells are wanted; what is left out means any.
 *
 * @param family a family, with those that belong to it
 * @param expiringWithin cells that lose their match within this time are {@link CoverageStatus#EXPIRING}
 */
public record CoverageFilter(
        Optional<CoverageStatus> status,
        Optional<String> product,
        Optional<String> family,
        Optional<String> machine,
        Duration expiringWithin) {
    /** Every cell. */
    public static CoverageFilter all(Duration expiringWithin) {
        return new CoverageFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), expiringWithin);
    }

    /** The cells of one status. */
    public static CoverageFilter of(CoverageStatus status, Duration expiringWithin) {
        return new CoverageFilter(
                Optional.of(status), Optional.empty(), Optional.empty(), Optional.empty(), expiringWithin);
    }
}
