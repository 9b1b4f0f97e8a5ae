package org.keyway.job.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.keyway.profile.SetVersion;
import org.keyway.profile.store.Database;

/**
 * The statements of an append, prepared once on a connection of their own: an operator waits for three appends, and
 * preparing would take a third of each. Used by one thread at a time; after an exception it is of no more use.
 */
final class JournalWriter implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement insertEntry;
    private final PreparedStatement insertJob;
    private final PreparedStatement updateJob;
    private final PreparedStatement completeJob;
    private final PreparedStatement insertScan;
    private final PreparedStatement insertUse;
    private final PreparedStatement deleteUse;
    private final PreparedStatement countUses;
    private final PreparedStatement selectEnd;
    private final @Nullable PreparedStatement turn;
    private final @Nullable PreparedStatement sync;

    JournalWriter(Database database) throws SQLException {
        connection = database.connection();
        connection.setAutoCommit(false);
        insertEntry = connection.prepareStatement("""
                INSERT INTO journal (seq, job, at, kind, body, hash) VALUES (?, ?, ?, ?, ?, ?)""");
        insertJob = connection.prepareStatement("""
                INSERT INTO job (id, state, station, machine, operation, product, serial, request_id,
                                 received_at, unsettled)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        updateJob = connection.prepareStatement("UPDATE job SET state = ?, unsettled = ? WHERE id = ?");
        completeJob = connection.prepareStatement("""
                UPDATE job SET state = ?, unsettled = ?, machine = ?, operation = ?, product = ?, serial = ?
                WHERE id = ?""");
        insertScan = connection.prepareStatement("INSERT INTO job_scan (request_id, job) VALUES (?, ?)");
        insertUse = connection.prepareStatement("INSERT INTO set_use (id, version, job) VALUES (?, ?, ?)");
        deleteUse = connection.prepareStatement("DELETE FROM set_use WHERE id = ? AND version = ? AND job = ?");
        countUses = connection.prepareStatement("SELECT COUNT(*) FROM set_use WHERE id = ? AND version = ?");
        selectEnd =
                connection.prepareStatement("SELECT seq, hash FROM journal ORDER BY seq DESC FETCH FIRST 1 ROW ONLY");
        turn = prepared(database.dialect().turn().orElse(null));
        sync = prepared(database.dialect().syncToDisk().orElse(null));
    }

    private @Nullable PreparedStatement prepared(@Nullable String statement) throws SQLException {
        return statement == null ? null : connection.prepareStatement(statement);
    }

    /** Whether other processes append too. */
    boolean takesTurns() {
        return turn != null;
    }

    /** The last entry, which stays the last until this transaction ends. */
    ChainEnd readEnd() throws SQLException {
        if (turn != null) {
            turn.execute();
        }
        try (ResultSet row = selectEnd.executeQuery()) {
            return row.next() ? new ChainEnd(row.getLong(1), row.getString(2)) : ChainEnd.BEGINNING;
        }
    }

    void insertEntry(long seq, String job, Instant at, String kind, String body, String hash) throws SQLException {
        insertEntry.setLong(1, seq);
        insertEntry.setString(2, job);
        insertEntry.setObject(3, utc(at));
        insertEntry.setString(4, kind);
        insertEntry.setString(5, body);
        insertEntry.setString(6, hash);
        insertEntry.executeUpdate();
    }

    void insertJob(String id, JobRow row) throws SQLException {
        insertJob.setString(1, id);
        insertJob.setString(2, row.state());
        insertJob.setString(3, row.station());
        insertJob.setString(4, row.machine().orElse(null));
        insertJob.setString(5, row.operation().orElse(null));
        insertJob.setString(6, row.product().orElse(null));
        insertJob.setString(7, row.serial().orElse(null));
        insertJob.setString(8, row.requestId().orElse(null));
        insertJob.setObject(9, utc(row.receivedAt()));
        insertJob.setBoolean(10, row.unsettled());
        insertJob.executeUpdate();
    }

    void updateJob(String id, JobRow row) throws SQLException {
        updateJob.setString(1, row.state());
        updateJob.setBoolean(2, row.unsettled());
        updateJob.setString(3, id);
        updateJob.executeUpdate();
    }

    /** What a further scan may have told of a job that began without it: the part, the machine. */
    void completeJob(String id, JobRow row) throws SQLException {
        completeJob.setString(1, row.state());
        completeJob.setBoolean(2, row.unsettled());
        completeJob.setString(3, row.machine().orElse(null));
        completeJob.setString(4, row.operation().orElse(null));
        completeJob.setString(5, row.product().orElse(null));
        completeJob.setString(6, row.serial().orElse(null));
        completeJob.setString(7, id);
        completeJob.executeUpdate();
    }

    /** The request by which a further scan came to a job. */
    void insertScan(String requestId, String job) throws SQLException {
        insertScan.setString(1, requestId);
        insertScan.setString(2, job);
        insertScan.executeUpdate();
    }

    /** A job takes a part of a version. */
    void insertUse(SetVersion version, String job) throws SQLException {
        bind(insertUse, version);
        insertUse.setString(3, job);
        insertUse.executeUpdate();
    }

    /** A job gives its part back, if it still has one. */
    void deleteUse(SetVersion version, String job) throws SQLException {
        bind(deleteUse, version);
        deleteUse.setString(3, job);
        deleteUse.executeUpdate();
    }

    /** How many jobs have a part of a version, with what this transaction has written. */
    int countUses(SetVersion version) throws SQLException {
        bind(countUses, version);
        try (ResultSet row = countUses.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void bind(PreparedStatement statement, SetVersion version) throws SQLException {
        statement.setString(1, version.set());
        statement.setInt(2, version.version());
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** Returns when what was committed also survives the loss of power. */
    void syncToDisk() throws SQLException {
        if (sync != null) {
            sync.execute();
        }
    }

    /** Gives the connection back; what was not committed is undone. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
