package org.keyway.profile.store;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** The schema: every {@code db/migration} on the class path. */
final class Schema {
    private final Flyway flyway;

    Schema(DataSource source) {
        flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .load();
    }

    /**
     * Brings the schema up to date; several processes may try at once.
     *
     * @throws DatabaseRefusedException when a newer program has changed it, or it can't be changed
     */
    void bringUpToDate() {
        try {
            refuseNewer(flyway.info());
            flyway.migrate();
        } catch (FlywayException e) {
            throw failed(e);
        }
    }

    /**
     * Changes nothing.
     *
     * @throws DatabaseRefusedException when the schema is not that of this program
     */
    void mustBeUpToDate() {
        try {
            MigrationInfoService info = flyway.info();
            refuseNewer(info);
            if (info.pending().length > 0) {
                throw new DatabaseRefusedException(
                        DatabaseCode.OLDER_SCHEMA, Map.of("missing", versions(info.pending())));
            }
        } catch (FlywayException e) {
            throw failed(e);
        }
    }

    private static void refuseNewer(MigrationInfoService info) {
        MigrationInfo[] future = Arrays.stream(info.all())
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS
                        || migration.getState() == MigrationState.FUTURE_FAILED)
                .toArray(MigrationInfo[]::new);
        if (future.length > 0) {
            throw new DatabaseRefusedException(DatabaseCode.NEWER_SCHEMA, Map.of("found", versions(future)));
        }
    }

    private static String versions(MigrationInfo[] migrations) {
        return Arrays.stream(migrations)
                .map(migration -> String.valueOf(migration.getVersion()))
                .collect(Collectors.joining(", "));
    }

    private static DatabaseRefusedException failed(FlywayException e) {
        Throwable innermost = e;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return new DatabaseRefusedException(
                DatabaseCode.SCHEMA_FAILED, Map.of("reason", String.valueOf(innermost.getMessage())));
    }
}
