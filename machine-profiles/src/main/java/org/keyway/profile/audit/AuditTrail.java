package org.keyway.profile.audit;

import java.util.List;
import java.util.Optional;

/** The audit, to be read and checked. */
public interface AuditTrail {
    /** The entries, the newest first; fewer than asked for when there are no more. */
    List<AuditRecord> history(AuditQuestion question);

    /**
     * Reads everything from the beginning and computes every hash again.
     *
     * @param kept an entry that must be there
     */
    AuditVerdict verify(Optional<AuditVerdict.Anchor> kept);
}
