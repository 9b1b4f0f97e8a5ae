package org.keyway.acceptance.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.resolution.source.SecretReference;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.store.DatabaseConfiguration.Account;

/**
 * The PostgreSQL server of these tests, one in each process, on a port that was free. Commits don't wait for the disk unless the
 * client asks for it, and users other than the administrator need their password.
 */
public final class PostgreSqlServer {
    /** Who owns the databases. */
    public static final String USER = "keyway";

    private static final String PASSWORD = "not a secret, ü";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable PostgreSqlServer running;

    private final int port;
    private final Path passwordFile;

    private PostgreSqlServer(int port) throws SQLException, IOException {
        this.port = port;
        passwordFile = Files.writeString(Files.createTempFile("keyway", ".password"), PASSWORD + "\n");
        passwordFile.toFile().deleteOnExit();
        String rules = ask("SHOW hba_file");
        Files.writeString(Path.of(rules), """
                host all postgres 127.0.0.1/32 trust
                host all all      127.0.0.1/32 scram-sha-256
                """);
        ask("SELECT pg_reload_conf()");
        command("CREATE ROLE " + USER + " LOGIN PASSWORD '" + PASSWORD + "'");
    }

    /** The server, started by whoever asks first; it goes with the process. */
    public static synchronized PostgreSqlServer running() {
        PostgreSqlServer server = running;
        if (server == null) {
            try {
                server = new PostgreSqlServer(start());
            } catch (SQLException e) {
                throw new IllegalStateException("PostgreSQL can't be prepared", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            running = server;
        }
        return server;
    }

    private static int start() throws IOException {
        try {
            return EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .setServerConfig("synchronous_commit", "off")
                    .start()
                    .getPort();
        } catch (IOException | IllegalStateException e) {
            // It may not run as root, and a container may refuse the user namespace by which that is got round.
            return UnprivilegedServer.start(e);
        }
    }

    /** A configuration of a database of its own, empty. */
    public DatabaseConfiguration freshDatabase() {
        return configuration(createDatabase("ENCODING 'UTF8'"), passwordFile);
    }

    /** A new database with these options; its URL. */
    String createDatabase(String options) {
        String name = "keyway_" + DATABASES.incrementAndGet();
        try {
            command("CREATE DATABASE " + name + " OWNER " + USER + " TEMPLATE template0 " + options);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url(name);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A file that holds the password of {@link #USER}. */
    public Path passwordFile() {
        return passwordFile;
    }

    static DatabaseConfiguration configuration(String url, Path passwordFile) {
        Account account = new Account(USER, Optional.of(new SecretReference("file:" + passwordFile)));
        return DatabaseConfiguration.postgreSql(url, account, DatabaseConfiguration.USUAL_CONNECTIONS, false);
    }

    /** The first column of the first row that the administrator gets. */
    String ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void command(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
