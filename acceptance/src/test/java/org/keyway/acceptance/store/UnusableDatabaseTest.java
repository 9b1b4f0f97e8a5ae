package org.keyway.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyway.job.Jobs;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.DatabaseCode;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.store.DatabaseRefusedException;

/** A database that can't be worked with is refused with its reason. */
final class UnusableDatabaseTest {
    @TempDir
    private Path folder;

    private final PostgreSqlServer server = PostgreSqlServer.running();

    private static DatabaseRefusedException refusal(DatabaseConfiguration configuration) {
        return catchThrowableOfType(DatabaseRefusedException.class, () -> new Database(configuration).close());
    }

    private DatabaseCode codeOf(String url, Path passwordFile) {
        return refusal(PostgreSqlServer.configuration(url, passwordFile)).code();
    }

    @Test
    void aWrongPasswordIsToldFromOneThatIsNotThere() throws IOException {
        String url = server.createDatabase("ENCODING 'UTF8'");
        Path wrong = Files.writeString(folder.resolve("password"), "top secret\n");

        DatabaseRefusedException refusal = refusal(PostgreSqlServer.configuration(url, wrong));
        assertThat(refusal.code()).isEqualTo(DatabaseCode.SIGN_IN_REFUSED);
        assertThat(refusal)
                .hasNoCause()
                .message()
                .contains(PostgreSqlServer.USER)
                .doesNotContain("top secret");
        assertThat(codeOf(url, folder.resolve("nowhere"))).isEqualTo(DatabaseCode.NO_PASSWORD);
    }

    @Test
    void aServerOrADatabaseThatIsNotThereIsNamed() {
        assertThat(codeOf("jdbc:postgresql://127.0.0.1:1/keyway", server.passwordFile()))
                .isEqualTo(DatabaseCode.UNREACHABLE);
        DatabaseRefusedException refusal =
                refusal(PostgreSqlServer.configuration(server.url("nowhere"), server.passwordFile()));
        assertThat(refusal.code()).isEqualTo(DatabaseCode.UNREACHABLE);
        assertThat(refusal.sentence().zh()).contains("nowhere");
    }

    @Test
    void aDatabaseThatCannotHoldEveryCharacterIsRefused() {
        String url = server.createDatabase("ENCODING 'SQL_ASCII' LOCALE 'C'");
        assertThat(codeOf(url, server.passwordFile())).isEqualTo(DatabaseCode.NOT_UTF8);
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseThatANewerProgramHasChangedIsLeftAlone(DatabaseKind kind) {
        DatabaseConfiguration configuration = kind.fresh();
        try (Database database = new Database(configuration)) {
            database.jdbi().useHandle(handle -> handle.execute("""
                    INSERT INTO "flyway_schema_history"
                        ("installed_rank", "version", "description", "type", "script", "installed_by",
                         "execution_time", "success")
                    VALUES (999, '2999.1.1', 'later', 'SQL', 'V2999.1.1__later.sql', 'them', 1, TRUE)"""));
        }
        DatabaseRefusedException refusal = refusal(configuration);
        assertThat(refusal.code()).isEqualTo(DatabaseCode.NEWER_SCHEMA);
        assertThat(refusal).hasMessageContaining("2999.1.1");
        assertThat(refusal(configuration.toRead()).code()).isEqualTo(DatabaseCode.NEWER_SCHEMA);
    }

    @Test
    void whoReadsAloneMakesNoSchemaAndWritesNothing() {
        DatabaseConfiguration configuration = server.freshDatabase();
        assertThat(refusal(configuration.toRead()).code()).isEqualTo(DatabaseCode.OLDER_SCHEMA);
        new House(configuration).close();

        try (House reader = new House(configuration.toRead())) {
            assertThat(reader.loaded().part(Jobs.class).findByRequest("R-1")).isEmpty();
            assertThat(catchThrowableOfType(
                            IllegalStateException.class, () -> reader.refused("A-1", Optional.of("R-1"))))
                    .isNotNull();
            assertThat(reader.part(Jobs.class).findByRequest("R-1")).isEmpty();
        }
    }

    @Test
    void aCommitIsOnTheDiskAlsoWhereTheServerDoesNotWaitForIt() throws Exception {
        assertThat(server.ask("SHOW synchronous_commit")).isEqualTo("off");
        try (Database database = new Database(server.freshDatabase())) {
            String mode = database.jdbi()
                    .withHandle(handle -> handle.createQuery("SHOW synchronous_commit")
                            .mapTo(String.class)
                            .one());
            assertThat(mode).isEqualTo("on");
        }
    }
}
