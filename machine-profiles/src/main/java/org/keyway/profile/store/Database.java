package org.keyway.profile.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jdbi.v3.core.Jdbi;
import org.keyway.identifier.resolution.source.SecretReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one database of this process, with its schema up to date. */
@Singleton
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final long CONNECTION_TIMEOUT_MILLIS = 5000;

    private final DatabaseConfiguration configuration;
    private final Dialect dialect;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    /**
     * Opens the database and brings its schema up to date with every {@code db/migration} on the class path.
     *
     * @throws DatabaseRefusedException when it can't be opened or its schema is not one to work with
     */
    @Inject
    public Database(DatabaseConfiguration configuration) {
        this.configuration = configuration;
        this.dialect = configuration.dialect();
        configuration.file().ifPresent(Database::closeToOthers);
        this.pool = pool(configuration, dialect);
        try {
            this.jdbi = Jdbi.create(pool);
            checkServer();
            Schema schema = new Schema(pool);
            if (configuration.readOnly()) {
                schema.mustBeUpToDate();
            } else {
                schema.bringUpToDate();
            }
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** A file that isn't ours to close is no reason not to work with it; one that can't be made is refused when opened. */
    private static void closeToOthers(Path file) {
        try {
            DataFolder.makeFile(file);
            DataFolder.close(
                    file.resolveSibling(file.getFileName().toString().replaceFirst("\\.mv\\.db$", ".trace.db")));
        } catch (IOException e) {
            LOG.warn("others may be able to read {}: {}", file, e.toString());
        }
    }

    private static HikariDataSource pool(DatabaseConfiguration configuration, Dialect dialect) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(configuration.url());
        config.setPoolName("keyway");
        config.setMaximumPoolSize(configuration.connections());
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setReadOnly(configuration.readOnly());
        configuration.account().ifPresent(account -> {
            config.setUsername(account.user());
            account.password().ifPresent(reference -> config.setPassword(password(reference)));
        });
        dialect.prepare(config);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            LOG.debug("the database can't be opened", e);
            throw DatabaseRefusedException.of(configuration, e);
        }
    }

    private static String password(SecretReference reference) {
        return reference
                .password()
                .orElseThrow(() -> new DatabaseRefusedException(
                        DatabaseCode.NO_PASSWORD, Map.of("reference", reference.reference())));
    }

    /** What a server may be set to that Keyway can't work with, or should not. */
    private void checkServer() {
        if (!dialect.isShared()) {
            return;
        }
        String encoding = setting("server_encoding");
        if (!encoding.equals("UTF8")) {
            throw new DatabaseRefusedException(DatabaseCode.NOT_UTF8, Map.of("encoding", encoding));
        }
        if (setting("fsync").equals("off")) {
            LOG.warn(
                    "the database server runs with fsync=off: what it says is on record may not survive a loss of power");
        }
    }

    private String setting(String name) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT current_setting(?)")
                .bind(0, name)
                .mapTo(String.class)
                .one());
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** Which database it is. */
    public Dialect dialect() {
        return dialect;
    }

    /** Whether nothing may be written. */
    public boolean isReadOnly() {
        return configuration.readOnly();
    }

    /** A connection for somebody who keeps it for long; closing it gives it back. */
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /** A connection outside the pool, for somebody who does nothing but wait on it. */
    Connection connectionOfItsOwn() throws SQLException {
        Properties properties = new Properties();
        configuration.account().ifPresent(account -> {
            properties.setProperty("user", account.user());
            Optional<String> password = account.password().map(Database::password);
            password.ifPresent(text -> properties.setProperty("password", text));
        });
        properties.setProperty("ApplicationName", "keyway changes");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(configuration.url(), properties);
    }

    @Override
    public void close() {
        pool.close();
    }
}
