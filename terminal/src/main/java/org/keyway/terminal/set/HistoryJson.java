package org.keyway.terminal.set;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.Message;
import org.keyway.profile.audit.AuditEntry;
import org.keyway.profile.audit.AuditRecord;
import org.keyway.profile.audit.ChangeAction;
import org.keyway.profile.audit.ChangedField;
import org.keyway.profile.audit.Difference;
import org.keyway.terminal.api.Times;

/**
 * An entry of the audit as JSON.
 *
 * @param version of a parameter set; null for other things
 * @param before the hash of the document before the change; null when the thing was new
 * @param changes the fields that the change put in, took out or gave another value, at most two hundred; null when that is
 *     not known, and {@code note} says why
 * @param more how many it changed beyond those
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
        @Nullable List<FieldJson> changes,
        int more,
        @Nullable Message note,
        String hash) {
    private static final int MOST = 200;

    /** A field in the keys of workshop files; a side that is null isn't there. */
    record FieldJson(
            String field,
            Message name,
            @Nullable String before,
            @Nullable String after,
            Message message) {
        static FieldJson of(ChangedField field) {
            return new FieldJson(
                    field.path(),
                    field.name(),
                    field.before().orElse(null),
                    field.after().orElse(null),
                    field.sentence());
        }
    }

    static HistoryJson of(AuditRecord record) {
        AuditEntry entry = record.entry();
        List<ChangedField> fields = record.difference() instanceof Difference.Told told ? told.fields() : List.of();
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
                record.difference() instanceof Difference.Told
                        ? fields.stream().limit(MOST).map(FieldJson::of).toList()
                        : null,
                Math.max(0, fields.size() - MOST),
                record.difference().note().orElse(null),
                record.hash());
    }
}
