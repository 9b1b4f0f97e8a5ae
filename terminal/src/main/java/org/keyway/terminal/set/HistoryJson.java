package org.keyway.terminal.set;

import org.jspecify.annotations.Nullable;
import org.keyway.profile.audit.AuditEntry;
import org.keyway.profile.audit.AuditRecord;
import org.keyway.profile.audit.ChangeAction;
import org.keyway.terminal.api.Times;

/**
 * An entry of the audit as JSON.
 *
 * @param version of a parameter set; null for other things
 * @param before the hash of the document before the change; null when the thing was new
 * @param hash by which the entry is chained to the one before it
 */
record HistoryJson(
        long seq,
        String at,
        String by,
        String reason,
        String kind,
        String id,
        @Nullable Integer version,
        ChangeAction action,
        @Nullable String before,
        @Nullable String after,
        String hash) {
    static HistoryJson of(AuditRecord record) {
        AuditEntry entry = record.entry();
        return new HistoryJson(
                record.seq(),
                Times.text(entry.at()),
                entry.by(),
                entry.reason(),
                entry.kind(),
                entry.id(),
                entry.version() == 0 ? null : entry.version(),
                entry.action(),
                entry.before().orElse(null),
                entry.after().orElse(null),
                record.hash());
    }
}
