package org.keyway.acceptance.store;

import java.nio.file.Path;
import java.util.UUID;
import org.keyway.profile.store.DatabaseConfiguration;

/** The databases that Keyway runs on. */
enum DatabaseKind {
    H2 {
        @Override
        DatabaseConfiguration fresh() {
            return DatabaseConfiguration.file(
                    Path.of("target", "databases", UUID.randomUUID().toString()));
        }
    },
    POSTGRESQL {
        @Override
        DatabaseConfiguration fresh() {
            return PostgreSqlServer.running().freshDatabase();
        }
    };

    /** A database of its own, empty; it stays when it is closed. */
    abstract DatabaseConfiguration fresh();
}
