package org.keyway.profile.store;

import com.zaxxer.hikari.HikariConfig;
import java.util.Optional;

/** The databases that Keyway runs on, and all in which they differ: schema and SQL are the same. */
public enum Dialect {
    /** Embedded, for one process. */
    H2("jdbc:h2:") {
        @Override
        void prepare(HikariConfig pool) {
            pool.setMinimumIdle(1);
            // Embedded connections don't age, and a database in memory is gone between the last of them and its
            // replacement.
            pool.setMaxLifetime(0);
        }
    },
    /** A server, for one process or several. */
    POSTGRESQL("jdbc:postgresql:") {
        @Override
        void prepare(HikariConfig pool) {
            pool.setMinimumIdle(2);
            // A commit returns when it is on the disk, also where the server was told not to wait for that. A server
            // that waits for its replicas too goes on doing so.
            pool.setConnectionInitSql("""
                    SELECT set_config('synchronous_commit', 'on', FALSE)
                    WHERE current_setting('synchronous_commit') = 'off'""");
            pool.addDataSourceProperty("ApplicationName", "keyway");
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
            pool.addDataSourceProperty("tcpKeepAlive", "true");
        }
    };

    private final String scheme;

    Dialect(String scheme) {
        this.scheme = scheme;
    }

    /**
     * The dialect of a database.
     *
     * @throws DatabaseRefusedException when it is none of these
     */
    static Dialect of(String url) {
        for (Dialect dialect : values()) {
            if (url.startsWith(dialect.scheme)) {
                return dialect;
            }
        }
        throw DatabaseRefusedException.unknown(url);
    }

    abstract void prepare(HikariConfig pool);

    /**
     * The statement after which everything committed so far also survives the loss of power; none where each commit
     * already does.
     */
    public Optional<String> syncToDisk() {
        return this == H2 ? Optional.of("CHECKPOINT SYNC") : Optional.empty();
    }

    /** What tells other nodes, once the transaction is committed, that there is a notice; none where there are no others. */
    Optional<String> announcement() {
        return isShared() ? Optional.of("SELECT pg_notify('keyway_change', '')") : Optional.empty();
    }

    /**
     * The statement that makes a transaction wait for others that execute it too, until they have ended; none where there is
     * but one process.
     */
    public Optional<String> turn() {
        return isShared() ? Optional.of("SELECT pg_advisory_xact_lock(5290531)") : Optional.empty();
    }

    /** Whether other processes may be working on the same database. */
    public boolean isShared() {
        return this == POSTGRESQL;
    }
}
