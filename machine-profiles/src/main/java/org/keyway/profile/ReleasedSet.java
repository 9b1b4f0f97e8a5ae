package org.keyway.profile;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of a parameter set that is released, and when and where.
 *
 * @param from since when the release is in force, where it was scheduled
 * @param until when the next version takes its place, where that is scheduled
 * @param canary where the version is on trial; else it holds wherever its scope says
 */
public record ReleasedSet(
        ParameterSet set, int version, Optional<Instant> from, Optional<Instant> until, Optional<Canary> canary) {
    /** A version that is released for everybody, now and until further notice. */
    public ReleasedSet(ParameterSet set, int version) {
        this(set, version, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A trial: for the first parts of one machine the version counts instead of the released one.
     *
     * @param parts how many
     */
    public record Canary(String machine, int parts) {}

    /** The set and version that a value came from. */
    public SetVersion source() {
        return new SetVersion(set.id(), version);
    }
}
