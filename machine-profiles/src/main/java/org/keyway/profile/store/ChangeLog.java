package org.keyway.profile.store;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.keyway.profile.audit.AuditEntry;
import org.keyway.profile.store.ChangeNotices.Kind;

/** The end of the audit within one transaction, which has it alone: whoever opens it waits for the one before. */
final class ChangeLog {
    private static final int PORTION = 1000;

    private final Handle handle;
    private final WorkshopJson json;
    private final ChangeNotices notices;
    private final PreparedBatch insert;
    private final ThingDocuments documents;
    private final Set<String> sets = new LinkedHashSet<>();
    private final Set<String> things = new LinkedHashSet<>();
    private Head head;

    private ChangeLog(Handle handle, WorkshopJson json, ChangeNotices notices, Head head) {
        this.handle = handle;
        this.json = json;
        this.notices = notices;
        this.head = head;
        this.documents = new ThingDocuments(handle);
        this.insert = handle.prepareBatch("""
                INSERT INTO change_log (seq, body, hash, kind, id, version, product, machine)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""");
    }

    /** The last entry. */
    record Head(long seq, String hash) {}

    /** To be called before anything is read that the change depends on. */
    static ChangeLog open(Handle handle, WorkshopJson json, ChangeNotices notices) {
        Head head = handle.createQuery("SELECT seq, hash FROM change_head WHERE id = 1 FOR UPDATE")
                .map((row, context) -> new Head(row.getLong(1), row.getString(2)))
                .one();
        return new ChangeLog(handle, json, notices, head);
    }

    /** Keeps what a thing is before or after a change, and answers the hash by which its entry names it. */
    String keep(String document) {
        return documents.keep(document);
    }

    void add(AuditEntry entry) {
        (entry.kind().equals(AuditEntry.SET) ? sets : things).add(entry.id());
        String body = json.write(entry);
        long seq = head.seq() + 1;
        head = new Head(seq, hash(head.hash(), seq, body));
        insert.add(
                seq,
                body,
                head.hash(),
                entry.kind(),
                entry.id(),
                entry.version(),
                entry.product().orElse(null),
                entry.machine().orElse(null));
        if (insert.size() >= PORTION) {
            insert.execute();
        }
    }

    /** What the chain hashes of an entry. */
    static String hash(String before, long seq, String body) {
        return HashChain.link(before, seq + "\n", body);
    }

    /** Writes what was added, and tells the other nodes of it; the transaction can commit. */
    void close() {
        documents.write();
        if (insert.size() > 0) {
            insert.execute();
        }
        handle.execute("UPDATE change_head SET seq = ?, hash = ? WHERE id = 1", head.seq(), head.hash());
        notices.note(handle, Kind.THINGS, things);
        notices.note(handle, Kind.SETS, sets);
    }
}
