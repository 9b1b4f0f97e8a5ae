package org.keyway.profile.life;

import java.util.List;
import java.util.Optional;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.SetVersion;

/** The versions of parameter sets, to be read. */
public interface ParameterSetVersions {
    Optional<VersionRecord> find(SetVersion version);

    /** All versions of a set, discarded ones too, the newest first. */
    List<VersionRecord> versions(String set);

    /**
     * The newest version of each set that isn't discarded, by id.
     *
     * @param after only sets with greater ids: the last of the page before; empty for the first page
     */
    List<VersionRecord> newest(String after, int limit);

    /**
     * Versions in a state, by id. In all states but {@code RETIRED} and {@code DISCARDED} a set has one at most.
     *
     * @param after only sets with greater ids: the last of the page before; empty for the first page
     */
    List<VersionRecord> in(LifeState state, String after, int limit);

    /** How many versions are in a state. */
    long count(LifeState state);

    /** The versions that a search finds, by id. */
    List<VersionRecord> search(SetQuery query);

    /** The ids of sets whose scope names something and of which a version may still count, at most so many. */
    List<String> naming(ScopeKey key, String name, int limit);

    /** What was said about a version, in the order of time. */
    List<SetComment> comments(SetVersion version);

    /** What differs between two versions, of one set or of two; empty when one of them isn't there. */
    default Optional<SetDiff> diff(SetVersion before, SetVersion after) {
        return find(before).flatMap(first -> find(after).map(second -> SetDiff.between(first.set(), second.set())));
    }
}
