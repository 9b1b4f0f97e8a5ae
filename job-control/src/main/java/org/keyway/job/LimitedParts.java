package org.keyway.job;

import java.util.List;
import java.util.Map;
import org.keyway.profile.PartCounts;
import org.keyway.profile.SetVersion;

/**
 * The parts of versions that count for so many parts only. A job reserves its part before it goes on record; with its intent
 * to stage the part is taken, exactly once, and the journal gives it back where the job ends without having been released.
 */
public interface LimitedParts extends PartCounts {
    /**
     * Reserves one part of each version for a job, of all of them or of none.
     *
     * @param limits how many parts each version has
     * @return false when one of them has no part left
     */
    boolean reserve(String job, Map<SetVersion, Integer> limits);

    /** Gives back what was reserved for a job that did not go on record. */
    void cancel(String job);

    /** The jobs on record that have a part of the version, oldest first. */
    List<String> jobs(SetVersion version);
}
