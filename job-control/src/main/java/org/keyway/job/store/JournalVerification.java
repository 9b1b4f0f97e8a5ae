package org.keyway.job.store;

import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Iterator;
import org.jdbi.v3.core.Handle;
import org.keyway.job.JournalVerdict;
import org.keyway.profile.store.Database;

/** Reads the journal from its beginning and computes every hash again. */
public final class JournalVerification {
    private final Database database;

    @Inject
    JournalVerification(Database database) {
        this.database = database;
    }

    /** The verdict on the journal as it is now. */
    public JournalVerdict verify() {
        return database.jdbi().withHandle(this::verify);
    }

    private JournalVerdict verify(Handle handle) {
        String hash = JournalHash.BEGINNING;
        long seq = 0;
        try (var rows = handle
                .createQuery("SELECT seq, job, at, kind, body, hash FROM journal ORDER BY seq")
                .setFetchSize(500)
                .map((row, context) -> new Row(
                        row.getLong(1),
                        row.getString(6),
                        new Content(
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class),
                                row.getString(4),
                                row.getString(5))))
                .stream()) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                Row row = each.next();
                if (row.seq() != seq + 1) {
                    return new JournalVerdict.Broken(row.seq(), "entry " + (seq + 1) + " is missing");
                }
                seq = row.seq();
                hash = row.content().hash(hash, seq);
                if (!hash.equals(row.hash())) {
                    return new JournalVerdict.Broken(seq, "the entry does not match its hash");
                }
            }
        }
        return new JournalVerdict.Intact(seq, hash);
    }

    private record Row(long seq, String hash, Content content) {}

    private record Content(String job, OffsetDateTime at, String kind, String body) {
        String hash(String before, long seq) {
            return JournalHash.of(before, seq, job, at.toInstant(), kind, body);
        }
    }
}
