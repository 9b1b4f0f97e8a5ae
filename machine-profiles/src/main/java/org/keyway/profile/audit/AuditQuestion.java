package org.keyway.profile.audit;

import java.util.Optional;

/**
 * Whose history is asked for.
 *
 * @param before only entries with smaller numbers: the last number of the page before
 * @param limit how many at most, 1 to 500
 */
public record AuditQuestion(Of of, String id, Optional<Long> before, int limit) {
    public static final int MOST = 500;

    /** What a history is of. */
    public enum Of {
        /** A parameter set, all its versions. */
        SET,
        /** A product, and the sets that name it. */
        PRODUCT,
        /** A machine, and the sets that name it. */
        MACHINE,
        MACHINE_PROFILE,
        STATION,
        FAMILY,
        /** Everything; the id doesn't count. */
        ALL
    }

    public AuditQuestion {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST + " entries, not " + limit);
        }
    }
}
