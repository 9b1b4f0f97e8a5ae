package org.keyway.job.desk;

import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.Reading;
import org.keyway.job.JobEvent;
import org.keyway.job.Problem;
import org.keyway.profile.ScanRole;

/** Which of a station's roles a label has. */
sealed interface RoleVerdict {
    /**
     * It has this one.
     *
     * @param identity of the registered product that the label names, if it names one; a part always does
     * @param attributes what the label adds to the identity of the part; nothing, if it is the part's
     */
    record Fits(ScanRole role, Reading reading, Optional<ProductIdentity> identity, Map<String, Object> attributes)
            implements RoleVerdict {}

    /** It has none. */
    record FitsNone(Optional<JobEvent.Identified> identified, Problem problem) implements RoleVerdict {}
}
