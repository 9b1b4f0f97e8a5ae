package org.keyway.job.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keyway.job.DuplicateRequestException;
import org.keyway.job.Job;
import org.keyway.job.JobEvent;
import org.keyway.job.JobJournal;
import org.keyway.job.Service;
import org.keyway.profile.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal in the database. One appender at a time: an entry's hash needs the one before it. */
@Singleton
public final class JdbiJobJournal implements JobJournal, Service {
    /** SQLSTATE class of a violated constraint, on H2 and PostgreSQL alike. */
    private static final String UNIQUE_VIOLATION = "23505";

    private static final Logger LOG = LoggerFactory.getLogger(JdbiJobJournal.class);

    private final Database database;
    private final JobEventJson json = new JobEventJson();
    private @Nullable JournalWriter writer;
    private @Nullable ChainEnd end;

    @Inject
    JdbiJobJournal(Database database) {
        this.database = database;
    }

    /** The last entry: what the next one is chained to. */
    private record ChainEnd(long seq, String hash) {}

    @Override
    public synchronized void append(Job job, List<Entry> entries, Durability durability) {
        // An interrupted thread would close the database's file for everybody.
        boolean interrupted = Thread.interrupted();
        try {
            JournalWriter open = writer == null ? new JournalWriter(database) : writer;
            writer = open;
            ChainEnd reached = insertEntries(open, job.id(), entries, end == null ? readEnd() : end);
            upsertJob(open, job, entries);
            open.commit();
            end = reached;
            if (durability == Durability.POWER) {
                open.syncToDisk();
            }
        } catch (SQLException | RuntimeException e) {
            beginAfresh();
            List<String> requests = requests(job, entries);
            throw isDuplicate(e) && !requests.isEmpty()
                    ? new DuplicateRequestException(requests.get(0), e)
                    : new IllegalStateException("job " + job.id() + " could not be recorded", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void start() {
        // The statements are prepared by the first append.
    }

    @Override
    public synchronized void stop() {
        giveBack();
    }

    /** Whether the failed append was committed is not known; the next one asks. */
    private void beginAfresh() {
        end = null;
        giveBack();
    }

    private void giveBack() {
        JournalWriter last = writer;
        writer = null;
        if (last != null) {
            try {
                last.close();
            } catch (SQLException e) {
                LOG.warn("the journal's connection did not close in good order", e);
            }
        }
    }

    private ChainEnd readEnd() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT seq, hash FROM journal ORDER BY seq DESC FETCH FIRST 1 ROW ONLY")
                        .map((row, context) -> new ChainEnd(row.getLong(1), row.getString(2)))
                        .findOne()
                        .orElse(new ChainEnd(0, JournalHash.BEGINNING)));
    }

    private ChainEnd insertEntries(JournalWriter open, String job, List<Entry> entries, ChainEnd from)
            throws SQLException {
        ChainEnd last = from;
        for (Entry entry : entries) {
            String kind = json.kind(entry.event());
            String body = json.body(entry.event());
            long seq = last.seq() + 1;
            String hash = JournalHash.of(last.hash(), seq, job, entry.at(), kind, body);
            open.insertEntry(seq, job, entry.at(), kind, body, hash);
            last = new ChainEnd(seq, hash);
        }
        return last;
    }

    private static void upsertJob(JournalWriter open, Job job, List<Entry> entries) throws SQLException {
        JobRow row = JobRow.of(job, entries.get(entries.size() - 1).event());
        if (entries.get(0).event() instanceof JobEvent.Received) {
            open.insertJob(job.id(), row);
            return;
        }
        if (entries.stream().anyMatch(entry -> entry.event() instanceof JobEvent.Collected)) {
            open.completeJob(job.id(), row);
        } else {
            open.updateJob(job.id(), row);
        }
        for (String request : laterRequests(entries)) {
            open.insertScan(request, job.id());
        }
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

    /** Only a request can be there twice: ids and numbers are our own. */
    private static boolean isDuplicate(Exception e) {
        return e instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }
}
