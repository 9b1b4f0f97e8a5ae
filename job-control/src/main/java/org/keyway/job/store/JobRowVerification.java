package org.keyway.job.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.keyway.job.Job;
import org.keyway.job.JobEvent;
import org.keyway.job.JournalVerdict.Differing;

/**
 * Compares what the {@code job} table says of each job with its journal entries. Entries and row come by one statement, so
 * that a server may go on recording meanwhile; one job at a time is held.
 */
final class JobRowVerification {
    private final JobEventJson json = new JobEventJson();
    private String id = "";
    private @Nullable Job job;
    private @Nullable JobEvent last;
    private Optional<JobRow> stored = Optional.empty();

    /** The first job whose row is not what its entries make of it. */
    Optional<Differing> first(Handle handle) {
        Optional<Differing> differing = entriesAgainstRows(handle);
        return differing.isPresent() ? differing : rowWithoutEntries(handle);
    }

    private Optional<Differing> entriesAgainstRows(Handle handle) {
        try (var rows = handle.createQuery("""
                        SELECT j.job, j.at, j.kind, j.body, r.id, r.state, r.station, r.machine, r.operation, r.product,
                               r.serial, r.request_id, r.received_at, r.unsettled
                        FROM journal j LEFT JOIN job r ON r.id = j.job ORDER BY j.job, j.seq""").setFetchSize(500).map((row, context) -> Entry.of(row)).stream()) {
            for (Iterator<Entry> each = rows.iterator(); each.hasNext(); ) {
                Entry entry = each.next();
                Optional<Differing> differing = entry.job().equals(id) ? Optional.empty() : checked();
                if (differing.isPresent()) {
                    return differing;
                }
                take(entry);
            }
        } catch (IllegalStateException e) {
            return Optional.of(new Differing(id, String.valueOf(e.getMessage())));
        }
        return checked();
    }

    private void take(Entry entry) {
        Job before = entry.job().equals(id) ? job : null;
        id = entry.job();
        stored = entry.stored();
        JobEvent event = json.read(entry.kind(), entry.body());
        job = JdbiJobs.fold(id, before, event, entry.at());
        last = event;
    }

    /** The verdict on the job whose last entry has been taken. */
    private Optional<Differing> checked() {
        if (job == null || last == null) {
            return Optional.empty();
        }
        if (stored.isEmpty()) {
            return Optional.of(new Differing(id, "it has entries in the journal and no row"));
        }
        return JobRow.of(job, last)
                .differing(stored.get())
                .map(column -> new Differing(id, column + " is not what its entries in the journal say"));
    }

    private static Optional<Differing> rowWithoutEntries(Handle handle) {
        return handle.createQuery("""
                        SELECT id FROM job WHERE NOT EXISTS (SELECT 1 FROM journal WHERE journal.job = job.id)
                        ORDER BY id FETCH FIRST 1 ROW ONLY""")
                .mapTo(String.class)
                .findOne()
                .map(job -> new Differing(job, "it has a row and no entries in the journal"));
    }

    private record Entry(String job, Instant at, String kind, String body, Optional<JobRow> stored) {
        static Entry of(ResultSet row) throws SQLException {
            return new Entry(
                    row.getString(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5) == null ? Optional.empty() : Optional.of(stored(row)));
        }

        private static JobRow stored(ResultSet row) throws SQLException {
            return new JobRow(
                    row.getString(6),
                    row.getString(7),
                    Optional.ofNullable(row.getString(8)),
                    Optional.ofNullable(row.getString(9)),
                    Optional.ofNullable(row.getString(10)),
                    Optional.ofNullable(row.getString(11)),
                    Optional.ofNullable(row.getString(12)),
                    row.getObject(13, OffsetDateTime.class).toInstant(),
                    row.getBoolean(14));
        }
    }
}
