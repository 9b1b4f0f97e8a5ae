package org.keyway.profile.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;

/** The one database of this process, with its schema up to date. */
@Singleton
public final class Database implements AutoCloseable {
    /** The statement after which everything committed so far also survives the loss of power. */
    public static final String SYNC_TO_DISK = "CHECKPOINT SYNC";

    private static final int CONNECTIONS = 8;
    private static final long CONNECTION_TIMEOUT_MILLIS = 5000;

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    /** Opens the database and brings its schema up to date with every {@code db/migration} on the class path. */
    @Inject
    public Database(DatabaseConfiguration configuration) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(configuration.url());
        config.setPoolName("keyway");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        // Embedded connections don't age, and a database in memory is gone between the last of them and its
        // replacement.
        config.setMaxLifetime(0);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        this.pool = new HikariDataSource(config);
        try {
            flyway().load().migrate();
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        this.jdbi = Jdbi.create(pool);
    }

    private FluentConfiguration flyway() {
        return Flyway.configure(Database.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true);
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** A connection for somebody who keeps it for long; closing it gives it back. */
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void close() {
        pool.close();
    }
}
