package org.keyway.profile.store;

import java.nio.file.Path;
import java.util.Optional;
import org.keyway.identifier.resolution.source.SecretReference;

/**
 * Where the database is.
 *
 * @param url a JDBC URL, H2 or PostgreSQL, without user and password
 * @param account who signs in; nobody in an H2 file
 * @param connections how many connections there are at most, 2 to 100
 * @param readOnly whether nothing may be written, also no schema
 */
public record DatabaseConfiguration(String url, Optional<Account> account, int connections, boolean readOnly) {
    private static final String FILE = "jdbc:h2:file:";

    /** As many connections as are enough for a server with fifty machines. */
    public static final int USUAL_CONNECTIONS = 8;

    /**
     * A configuration.
     *
     * @throws IllegalArgumentException when the number of connections is out of range
     */
    public DatabaseConfiguration {
        if (connections < 2 || connections > 100) {
            throw new IllegalArgumentException("connections must be from 2 to 100, not " + connections);
        }
    }

    /** A database that needs no account. */
    public DatabaseConfiguration(String url) {
        this(url, Optional.empty(), USUAL_CONNECTIONS, false);
    }

    /**
     * Who signs in.
     *
     * @param password where the password is; none where the server knows the user otherwise
     */
    public record Account(String user, Optional<SecretReference> password) {}

    /**
     * An H2 file. Every commit reaches the operating system before it returns ({@code WRITE_DELAY=0}), so that what was
     * acknowledged survives the death of the process.
     */
    public static DatabaseConfiguration file(Path file) {
        return new DatabaseConfiguration(
                FILE + file.toAbsolutePath()
                        + ";WRITE_DELAY=0;PAGE_SIZE=2048;QUERY_CACHE_SIZE=128;MAX_LENGTH_INPLACE_LOB=100000;DB_CLOSE_ON_EXIT=FALSE");
    }

    /**
     * An H2 database in memory: whoever opens the same name in this process shares it, and it is gone when the last of them
     * has closed it.
     *
     * @param name letters, digits, {@code -} and {@code _}
     */
    public static DatabaseConfiguration inMemory(String name) {
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("not a name for a database: " + name);
        }
        return new DatabaseConfiguration("jdbc:h2:mem:" + name + ";DB_CLOSE_ON_EXIT=FALSE");
    }

    /**
     * A database on a PostgreSQL server. Another computer is talked to over TLS alone, and must prove that it is the one
     * that is meant ({@code sslmode=verify-full} where the URL says nothing else).
     *
     * @param url {@code jdbc:postgresql://host:port/database}, with the driver's parameters
     * @param insecure whether another computer may be talked to without proof or in the clear, as far as the URL says so
     * @throws DatabaseRefusedException when it is no such URL, holds user or password, or is not secure
     * @throws IllegalArgumentException when the number of connections is out of range
     */
    public static DatabaseConfiguration postgreSql(String url, Account account, int connections, boolean insecure) {
        return new DatabaseConfiguration(
                PostgreSqlUrl.checked(url, insecure), Optional.of(account), connections, false);
    }

    /** The same, to be read alone; its schema must be that of this program already. */
    public DatabaseConfiguration toRead() {
        return new DatabaseConfiguration(url, account, connections, true);
    }

    /** Which database it is. */
    public Dialect dialect() {
        return Dialect.of(url);
    }

    boolean isFile() {
        return dialect() == Dialect.H2;
    }

    /** The file that an H2 database is kept in; none in memory and on a server. */
    Optional<Path> file() {
        return Optional.of(url)
                .filter(text -> text.startsWith(FILE))
                .map(text -> Path.of(text.substring(FILE.length()).split(";", 2)[0] + ".mv.db"));
    }

    /** The URL without the parameters. */
    String address() {
        return url.split("[;?]", 2)[0];
    }

    String user() {
        return account.map(Account::user).orElse("");
    }
}
