package org.keyway.job.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.ProductIdentity;
import org.keyway.job.DuplicateRequestException;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobEvent;
import org.keyway.job.JobJournal;
import org.keyway.profile.store.Database;

/** The journal in the database. One appender at a time: an entry's hash needs the one before it. */
@Singleton
public final class JdbiJobJournal implements JobJournal {
    /** SQLSTATE class of a violated constraint, on H2 and PostgreSQL alike. */
    private static final String UNIQUE_VIOLATION = "23505";

    private final Database database;
    private final JobEventJson json = new JobEventJson();
    private @Nullable ChainEnd end;

    @Inject
    JdbiJobJournal(Database database) {
        this.database = database;
    }

    /** The last entry: what the next one is chained to. */
    private record ChainEnd(long seq, String hash) {}

    @Override
    public synchronized void append(Job job, List<Entry> entries, Durability durability) {
        try {
            end = database.jdbi().inTransaction(handle -> {
                ChainEnd reached = insertEntries(handle, job.id(), entries, end == null ? readEnd(handle) : end);
                upsertJob(handle, job, entries);
                return reached;
            });
        } catch (JdbiException e) {
            end = null;
            List<String> requests = requests(job, entries);
            throw isDuplicate(e) && !requests.isEmpty() ? new DuplicateRequestException(requests.get(0), e) : e;
        }
        if (durability == Durability.POWER) {
            database.syncToDisk();
        }
    }

    private static ChainEnd readEnd(Handle handle) {
        return handle.createQuery("SELECT seq, hash FROM journal ORDER BY seq DESC FETCH FIRST 1 ROW ONLY")
                .map((row, context) -> new ChainEnd(row.getLong(1), row.getString(2)))
                .findOne()
                .orElse(new ChainEnd(0, JournalHash.BEGINNING));
    }

    private ChainEnd insertEntries(Handle handle, String job, List<Entry> entries, ChainEnd from) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO journal (seq, job, at, kind, body, hash) VALUES (?, ?, ?, ?, ?, ?)""");
        ChainEnd last = from;
        for (Entry entry : entries) {
            String kind = json.kind(entry.event());
            String body = json.body(entry.event());
            long seq = last.seq() + 1;
            String hash = JournalHash.of(last.hash(), seq, job, entry.at(), kind, body);
            batch.add(seq, job, entry.at().atOffset(ZoneOffset.UTC), kind, body, hash);
            last = new ChainEnd(seq, hash);
        }
        batch.execute();
        return last;
    }

    private static void upsertJob(Handle handle, Job job, List<Entry> entries) {
        if (entries.get(0).event() instanceof JobEvent.Received) {
            insertJob(handle, job, entries.get(0).at(), unsettled(job, entries));
            return;
        }
        if (entries.stream().anyMatch(entry -> entry.event() instanceof JobEvent.Collected)) {
            completeJob(handle, job, unsettled(job, entries));
        } else {
            handle.execute(
                    "UPDATE job SET state = ?, unsettled = ? WHERE id = ?",
                    job.state().name(),
                    unsettled(job, entries),
                    job.id());
        }
        laterRequests(entries)
                .forEach(request ->
                        handle.execute("INSERT INTO job_scan (request_id, job) VALUES (?, ?)", request, job.id()));
    }

    /** What a further scan may have told of a job that began without it: the part, the machine. */
    private static void completeJob(Handle handle, Job job, boolean unsettled) {
        Optional<ProductIdentity> identity = job.identity();
        handle.execute(
                """
                UPDATE job SET state = ?, unsettled = ?, machine = ?, operation = ?, product = ?, serial = ?
                WHERE id = ?""",
                job.state().name(),
                unsettled,
                job.machine().orElse(null),
                job.operation().orElse(null),
                identity.map(ProductIdentity::product).orElse(null),
                identity.flatMap(ProductIdentity::serial).orElse(null),
                job.id());
    }

    /** The requests by which these entries came. */
    private static List<String> requests(Job job, List<Entry> entries) {
        return entries.get(0).event() instanceof JobEvent.Received
                ? job.requestId().stream().toList()
                : laterRequests(entries);
    }

    private static List<String> laterRequests(List<Entry> entries) {
        List<String> requests = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.event() instanceof JobEvent.Collected collected) {
                collected.requestId().ifPresent(requests::add);
            } else if (entry.event() instanceof JobEvent.ScanRefused refused) {
                refused.requestId().ifPresent(requests::add);
            }
        }
        return requests;
    }

    private static void insertJob(Handle handle, Job job, Instant receivedAt, boolean unsettled) {
        Optional<ProductIdentity> identity = job.identity();
        handle.execute(
                """
                INSERT INTO job (id, state, station, machine, operation, product, serial, request_id,
                                 received_at, unsettled)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                job.id(),
                job.state().name(),
                job.station(),
                job.machine().orElse(null),
                job.operation().orElse(null),
                identity.map(ProductIdentity::product).orElse(null),
                identity.flatMap(ProductIdentity::serial).orElse(null),
                job.requestId().orElse(null),
                receivedAt.atOffset(ZoneOffset.UTC),
                unsettled);
    }

    /** Whether the machine must still be looked at for this job before anything else is done there. */
    private static boolean unsettled(Job job, List<Entry> entries) {
        boolean inDoubt = entries.get(entries.size() - 1).event() instanceof JobEvent.Failed failed
                && failed.problem().code().equals(JobCode.IN_DOUBT.code());
        return inDoubt || !job.state().isAtRest();
    }

    /** Only a request can be there twice: ids and numbers are our own. */
    private static boolean isDuplicate(JdbiException e) {
        return e.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }
}
