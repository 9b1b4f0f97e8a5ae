package org.keyway.profile.store;

import java.nio.file.Path;

/**
 * Where the database is.
 *
 * @param url a JDBC URL, H2
 */
public record DatabaseConfiguration(String url) {
    /**
     * An H2 file. Every commit reaches the operating system before it returns ({@code WRITE_DELAY=0}), so that what was
     * acknowledged survives the death of the process.
     */
    public static DatabaseConfiguration file(Path file) {
        return new DatabaseConfiguration(
                "jdbc:h2:file:" + file.toAbsolutePath()
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
}
