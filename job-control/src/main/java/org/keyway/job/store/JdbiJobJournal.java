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
import org.keyway.job.PartsTakenException;
import org.keyway.job.Service;
import org.keyway.profile.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal in the database. One appender at a time: an entry's hash needs the one before it. */
@Singleton
public final class JdbiJobJournal implements JobJournal, Service {
    /** SQLSTATE, on H2 and PostgreSQL alike: a key that is there already. */
    private static final String UNIQUE_VIOLATION = "23505";

    /** SQLSTATE class: the connection is gone. */
    private static final String CONNECTION_LOST = "08";

    /** SQLSTATE class of PostgreSQL: an administrator ended the connection or the server. */
    private static final String SERVER_SHUT_DOWN = "57P";

    private static final int MOST_ATTEMPTS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(JdbiJobJournal.class);

    private final Database database;
    private final JdbiLimitedParts parts;
    private final JobEventJson json = new JobEventJson();
    private @Nullable JournalWriter writer;
    private @Nullable ChainEnd end;

    @Inject
    JdbiJobJournal(Database database, JdbiLimitedParts parts) {
        this.database = database;
        this.parts = parts;
    }

    @Override
    public synchronized void append(Job job, List<Entry> entries, Durability durability) {
        // An interrupted thread would close the database's file for everybody.
        boolean interrupted = Thread.interrupted();
        try {
            int attempt = 1;
            while (!isAppended(job, entries, durability, attempt)) {
                attempt++;
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether this attempt succeeded; if not, another may, for nothing of this one was committed. */
    private boolean isAppended(Job job, List<Entry> entries, Durability durability, int attempt) {
        boolean committing = false;
        try {
            JournalWriter open = writer == null ? new JournalWriter(database) : writer;
            writer = open;
            ChainEnd reached = insertEntries(open, job.id(), entries, endFor(open));
            upsertJob(open, job, entries);
            parts.write(open, job, entries);
            committing = true;
            open.commit();
            end = reached;
            parts.committed(job, entries);
            if (durability == Durability.POWER) {
                open.syncToDisk();
            }
            return true;
        } catch (SQLException | RuntimeException e) {
            beginAfresh();
            if (e instanceof PartsTakenException taken) {
                throw taken;
            }
            refuseDuplicate(job, entries, e);
            if (committing || attempt == MOST_ATTEMPTS || !mayPass(e)) {
                throw new IllegalStateException("job " + job.id() + " could not be recorded", e);
            }
            return false;
        }
    }

    private void refuseDuplicate(Job job, List<Entry> entries, Exception e) {
        if (!hasState(e, UNIQUE_VIOLATION)) {
            return;
        }
        for (String request : requests(job, entries)) {
            if (isOnRecord(request)) {
                throw new DuplicateRequestException(request, e);
            }
        }
    }

    private boolean isOnRecord(String request) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT 1 FROM job WHERE request_id = :request
                        UNION SELECT 1 FROM job_scan WHERE request_id = :request""")
                        .bind("request", request)
                        .mapTo(Integer.class)
                        .findFirst()
                        .isPresent());
    }

    /** The server was restarted since the last append. */
    private static boolean mayPass(Exception e) {
        return hasState(e, CONNECTION_LOST) || hasState(e, SERVER_SHUT_DOWN);
    }

    private static boolean hasState(Exception e, String beginning) {
        return e instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith(beginning);
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

    /** Where other processes append too, the end is read in turn with them each time. */
    private ChainEnd endFor(JournalWriter open) throws SQLException {
        ChainEnd known = end;
        return known == null || open.takesTurns() ? open.readEnd() : known;
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
}
