package org.keyway.benchmark.bare;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A table in an H2 file of its own, as durable as the journal: every commit written, one of a job's two also synced. */
public final class BareJournal implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement insert;
    private final Statement sync;

    private BareJournal(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement create = connection.createStatement()) {
            create.execute("""
                    CREATE TABLE IF NOT EXISTS note (
                        id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                        job VARCHAR(64) NOT NULL,
                        body VARCHAR(10000) NOT NULL
                    )""");
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("INSERT INTO note (job, body) VALUES (?, ?)");
        sync = connection.createStatement();
    }

    /** Opens a connection to the database in a file; several may be open. */
    public static BareJournal open(Path file) throws SQLException {
        return new BareJournal(DriverManager.getConnection("jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0"));
    }

    /** On record when this returns. */
    void note(String job, String body) throws SQLException {
        insert.setString(1, job);
        insert.setString(2, body);
        insert.executeUpdate();
        connection.commit();
    }

    /** On record when this returns, and also after the loss of power. */
    void noteOnDisk(String job, String body) throws SQLException {
        note(job, body);
        sync.execute("CHECKPOINT SYNC");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
