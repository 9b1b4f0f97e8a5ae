package org.keyway.profile.life;

/** Where a version of a parameter set stands in its life. */
public enum LifeState {
    /** May be edited. */
    DRAFT,
    /** Waits for somebody else to release it; its content doesn't change from here on, unless it is rejected. */
    SUBMITTED,
    /** Will be released at a set time. */
    SCHEDULED,
    /** Counts on one machine, for its first parts. */
    ON_TRIAL,
    /** In force. */
    RELEASED,
    /** Was in force or on trial. */
    RETIRED,
    /** A draft that came to nothing. */
    DISCARDED;

    /** Whether the version can still become another content. */
    public boolean isOpen() {
        return this == DRAFT || this == SUBMITTED;
    }

    /** Whether the matcher must know the version. */
    public boolean isInIndex() {
        return this == RELEASED || this == SCHEDULED || this == ON_TRIAL;
    }
}
