package org.keyway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.app.config.AppConfiguration;
import org.keyway.app.config.ConfigurationFile;
import org.keyway.opcua.security.audit.AuditEntry;
import org.keyway.opcua.security.audit.AuditStore;

/** Accounts and trust from the command line. */
final class UserCommandTest {
    private static final String PASSWORD = "long enough a password\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each
    private String config;

    @BeforeEach
    void writeConfiguration() throws Exception {
        config = Files.writeString(folder.resolve("keyway.yaml"), "data: data\nopcua: {port: 0}\n")
                .toString();
    }

    private CommandRun user(String input, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "user";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--config";
        all[all.length - 1] = config;
        return CommandRun.of(input, all);
    }

    @Test
    void anAccountIsMadeListedAndRemoved() {
        CommandRun added = user(PASSWORD, "add", "wang", "--role", "operator", "--role", "Observer");
        assertThat(added.status()).as(added.err()).isZero();
        assertThat(user("", "list").out()).isEqualTo("wang roles=Observer,Operator\n");
        assertThat(user("another long password\n", "password", "wang").status()).isZero();
        assertThat(user("", "remove", "wang").status()).isZero();
        assertThat(user("", "list").out()).isEmpty();
    }

    @Test
    void aRefusalIsToldWithItsCodeAndChangesNothing() {
        CommandRun weak = user("short\n", "add", "wang", "--role", "Operator");
        assertThat(weak.status()).isEqualTo(1);
        assertThat(weak.err()).startsWith("KW-ACCESS-004 ");
        assertThat(user("", "add", "wang", "--role", "Operator").err()).contains("no password");
        assertThat(user(PASSWORD, "add", "plc", "--role", "MachineClient", "--machine", "M1")
                        .err())
                .startsWith("KW-ACCESS-009 ");
        assertThat(user(PASSWORD, "add", "wang", "--role", "King").status()).isEqualTo(2);
        assertThat(user("", "list").out()).isEmpty();
    }

    @Test
    void whileAServerHasTheDatabaseTheCommandSaysWhatToDoAndChangesNothing() throws Exception {
        assertThat(user("", "list").status()).isZero();
        Path file = Path.of(AppConfiguration.databaseFile(folder.resolve("data")) + ".mv.db");
        try (FileChannel server = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock held = server.lock()) {
            assertThat(held.isValid()).isTrue();
            CommandRun run = user("", "add", "mes", "--role", "MesClient", "--application", "urn:plant:mes");
            assertThat(run.status()).isEqualTo(3);
            assertThat(run.err()).startsWith("keyway: KW-SYS-011").contains("Stop it, run this again");
        }
        assertThat(user("", "list").out()).isEmpty();
    }

    @Test
    void whoHasChangedWhichAccountIsKeptAndNoPassword() throws Exception {
        user(PASSWORD, "add", "wang", "--role", "Operator");
        user("another long password\n", "password", "wang");
        user("", "remove", "wang");
        try (WorkshopSession session =
                WorkshopSession.open(ConfigurationFile.read(Path.of(config)).configuration())) {
            List<AuditEntry> kept = session.part(AuditStore.class).ofKind(AuditEntry.Kind.ACCOUNT);
            assertThat(kept)
                    .extracting(entry -> entry.after().orElse(""))
                    .containsExactly("ADDED roles=Operator machines=", "PASSWORD_CHANGED", "REMOVED");
            assertThat(kept).allSatisfy(entry -> {
                assertThat(entry.account()).contains("os:" + System.getProperty("user.name"));
                assertThat(entry.node()).contains("wang");
                assertThat(entry.toString()).doesNotContain("password\n", "long enough", "another long");
            });
        }
    }

    @Test
    void aPasswordIsNoArgument() {
        assertThat(user("", "add", "wang", "--role", "Operator", "--password", "secret")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void anApplicationNeedsNoPassword() {
        CommandRun added = user("", "add", "mes", "--role", "MesClient", "--application", "urn:plant:mes");
        assertThat(added.status()).as(added.err()).isZero();
        assertThat(user("", "list").out()).isEqualTo("mes roles=MesClient application=urn:plant:mes\n");
    }

    @Test
    void thereIsNothingToTrustYetAndNonsenseIsRefused() {
        assertThat(CommandRun.of("", "trust", "list", "--config", config).out()).isEmpty();
        CommandRun accepted = CommandRun.of("", "trust", "accept", "0123456789", "--config", config);
        assertThat(accepted.status()).isEqualTo(1);
        assertThat(accepted.err()).startsWith("KW-ACCESS-021 ");
        assertThat(CommandRun.of("", "trust", "list").status()).isEqualTo(2);
    }
}
