package org.keyway.profile.coverage;

/** How it stands with one case. */
public enum CoverageStatus {
    /** Every required parameter has a value within its limits. */
    MATCHED,
    /** Matched now, but not any more within the time asked about. */
    EXPIRING,
    /** No set covers it. */
    GAP,
    /** Two sets of equal rank disagree. */
    AMBIGUOUS,
    /** A required parameter has no value. */
    MISSING,
    /** A value is outside its limits or its type, or a formula has no result. */
    LIMIT
}
