package org.keyway.profile.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for announcements of PostgreSQL on a connection of its own, and opens another when that one breaks. */
public final class ChangeListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeListener.class);
    private static final int WAIT_MILLIS = 1000;
    private static final int SILENT_WAITS = 30;
    private static final int ANSWER_SECONDS = 5;
    private static final int RETRY_SECONDS = 5;

    private final Database database;
    private final Runnable wake;
    private final Semaphore stop = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "keyway-change-listener");
    private volatile @Nullable Connection current;

    ChangeListener(Database database, Runnable wake) {
        this.database = database;
        this.wake = wake;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            do {
                listenUntilItBreaks();
            } while (!stop.tryAcquire(RETRY_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listenUntilItBreaks() {
        try (Connection connection = database.connectionOfItsOwn();
                Statement listen = connection.createStatement()) {
            current = connection;
            listen.execute("LISTEN keyway_change");
            wake.run();
            waitOn(connection);
        } catch (SQLException | RuntimeException e) {
            if (stop.availablePermits() == 0) {
                LOG.warn("no announcements of changes for now ({}); they are asked for instead", e.getMessage());
            }
        } finally {
            current = null;
        }
    }

    private void waitOn(Connection connection) throws SQLException {
        PGConnection announcements = connection.unwrap(PGConnection.class);
        int silent = 0;
        while (stop.availablePermits() == 0) {
            if (announcements.getNotifications(WAIT_MILLIS).length > 0) {
                silent = 0;
                wake.run();
            } else if (++silent == SILENT_WAITS) {
                silent = 0;
                requireAnswer(connection);
            }
        }
    }

    private static void requireAnswer(Connection connection) throws SQLException {
        if (!connection.isValid(ANSWER_SECONDS)) {
            throw new SQLException("the connection is dead");
        }
    }

    /** Stops listening. */
    @Override
    public void close() {
        stop.release();
        Connection open = current;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("the listening connection was gone already", e);
            }
        }
    }
}
