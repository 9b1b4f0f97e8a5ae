package org.keyway.job.store;

import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.keyway.job.JournalVerdict;
import org.keyway.job.JournalVerdict.Anchor;
import org.keyway.profile.store.Database;

/** Reads the journal from its beginning, computes every hash again and compares the table of jobs with the entries. */
public final class JournalVerification {
    private final Database database;

    @Inject
    JournalVerification(Database database) {
        this.database = database;
    }

    /** The verdict on the journal as it is now. */
    public JournalVerdict verify() {
        return verify(Optional.empty());
    }

    /** The verdict on the journal as it is now, which must hold the entry that was kept elsewhere. */
    public JournalVerdict verify(Optional<Anchor> kept) {
        // In a transaction: outside of one, PostgreSQL answers all entries at once.
        return database.jdbi().inTransaction(handle -> {
            JournalVerdict chain = chain(handle, kept);
            return chain instanceof JournalVerdict.Intact
                    ? new JobRowVerification()
                            .first(handle)
                            .<JournalVerdict>map(Function.identity())
                            .orElse(chain)
                    : chain;
        });
    }

    private static JournalVerdict chain(Handle handle, Optional<Anchor> kept) {
        Anchor head = new Anchor(0, JournalHash.BEGINNING);
        boolean found = kept.isEmpty() || kept.get().equals(head);
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
                if (row.seq() != head.seq() + 1) {
                    return new JournalVerdict.Broken(row.seq(), "entry " + (head.seq() + 1) + " is missing");
                }
                head = new Anchor(row.seq(), row.content().hash(head.hash(), row.seq()));
                if (!head.hash().equals(row.hash())) {
                    return new JournalVerdict.Broken(row.seq(), "the entry does not match its hash");
                }
                found |= kept.isPresent() && kept.get().equals(head);
            }
        }
        return found
                ? new JournalVerdict.Intact(head.seq(), head.hash())
                : new JournalVerdict.Broken(kept.orElse(head).seq(), "the entry that was kept elsewhere is not here");
    }

    private record Row(long seq, String hash, Content content) {}

    private record Content(String job, OffsetDateTime at, String kind, String body) {
        String hash(String before, long seq) {
            return JournalHash.of(before, seq, job, at.toInstant(), kind, body);
        }
    }
}
