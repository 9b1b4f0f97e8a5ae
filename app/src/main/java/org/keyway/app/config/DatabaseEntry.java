package org.keyway.app.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.resolution.source.SecretReference;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.store.DatabaseConfiguration.Account;

/** The database on a server, as a configuration file says it. */
record DatabaseEntry(
        @Nullable String url,
        @Nullable String user,
        @Nullable String passwordFrom,
        @Nullable Integer connections,
        @Nullable Boolean insecure) {
    /**
     * The configuration.
     *
     * @throws IllegalArgumentException when something is missing or out of range
     * @throws org.keyway.profile.store.DatabaseRefusedException when the URL can't be used
     */
    DatabaseConfiguration configuration() {
        if (url == null || user == null) {
            throw new IllegalArgumentException((url == null ? "url" : "user") + " is missing");
        }
        return DatabaseConfiguration.postgreSql(
                url,
                new Account(user, Optional.ofNullable(passwordFrom).map(SecretReference::new)),
                connections == null ? DatabaseConfiguration.USUAL_CONNECTIONS : connections,
                Boolean.TRUE.equals(insecure));
    }
}
