package org.keyway.profile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who may read the file of a database. */
@DisabledOnOs(OS.WINDOWS)
final class DataFolderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Path permit(Path path, String permissions) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static void open(Path data) {
        try (Database database = new Database(DatabaseConfiguration.file(data.resolve("keyway")))) {
            assertThat(database.isReadOnly()).isFalse();
        }
    }

    @Test
    void aNewFolderAndItsDatabaseAreForTheOwnerAlone() throws Exception {
        Path data = folder.resolve("var?/data");
        open(data);
        assertThat(permissions(folder.resolve("var?"))).isEqualTo("rwx------");
        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(permissions(data.resolve("keyway.mv.db"))).isEqualTo("rw-------");
    }

    @Test
    void aFileThatWasOpenBeforeIsClosedAndKeepsWhatItHolds() throws Exception {
        Path data = permit(Files.createDirectory(folder.resolve("data")), "rwxr-xr-x");
        Path file = data.resolve("keyway.mv.db");
        Path trace = Files.createFile(data.resolve("keyway.trace.db"));
        DatabaseConfiguration configuration = DatabaseConfiguration.file(data.resolve("keyway"));
        try (Database database = new Database(configuration)) {
            database.jdbi().useHandle(handle -> handle.execute("CREATE TABLE mark (id INT)"));
        }
        permit(file, "rw-r--r--");
        permit(trace, "rw-rw-r--");

        try (Database database = new Database(configuration)) {
            database.jdbi().useHandle(handle -> handle.execute("INSERT INTO mark VALUES (1)"));
        }

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(trace)).isEqualTo("rw-------");
    }

    @Test
    void aFolderThatIsThereStaysAsItIs() throws Exception {
        Path data = permit(Files.createDirectory(folder.resolve("data")), "rwxrwxr-x");
        open(data);
        assertThat(permissions(data)).isEqualTo("rwxrwxr-x");
        assertThat(permissions(data.resolve("keyway.mv.db"))).isEqualTo("rw-------");
    }
}
