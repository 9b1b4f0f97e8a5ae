package org.keyway.profile;

import java.time.Duration;
import java.util.List;

/**
 * The identifiers that a job at a station needs, in the order in which they are scanned.
 *
 * @param roles {@value #FEWEST} to {@value #MOST}, exactly one of them the part
 * @param collect the time allowed from the first scan to the last, from {@link #SHORTEST} to {@link #LONGEST}
 */
public record ScanSequence(List<ScanRole> roles, Duration collect) {
    public static final int FEWEST = 2;
    public static final int MOST = 4;
    public static final Duration SHORTEST = Duration.ofMillis(100);
    public static final Duration LONGEST = Duration.ofHours(1);

    /** The time where a station names none. */
    public static final Duration DEFAULT_COLLECT = Duration.ofSeconds(60);

    public ScanSequence {
        roles = List.copyOf(roles);
        if (roles.size() < FEWEST || roles.size() > MOST) {
            throw new IllegalArgumentException("a sequence of " + roles.size() + " identifiers");
        }
        if (roles.stream().filter(ScanRole::isPart).count() != 1) {
            throw new IllegalArgumentException("a sequence needs exactly one part");
        }
        if (collect.compareTo(SHORTEST) < 0 || collect.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("no time to collect in: " + collect);
        }
    }
}
