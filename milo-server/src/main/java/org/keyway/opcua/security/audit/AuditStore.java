package org.keyway.opcua.security.audit;

import java.util.List;

/** Where the audit is kept: entries are added and never changed. */
public interface AuditStore {
    /** Adds entries. */
    void append(List<AuditEntry> entries);

    /** The newest entries, the newest first. */
    List<AuditEntry> newest(int limit);

    /** All entries of a kind of which there are few, the oldest first. */
    List<AuditEntry> ofKind(AuditEntry.Kind kind);
}
