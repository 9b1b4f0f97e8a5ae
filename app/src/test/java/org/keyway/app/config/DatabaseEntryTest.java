package org.keyway.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.store.Dialect;

final class DatabaseEntryTest {
    @TempDir
    private Path folder;

    private DatabaseConfiguration read(String database) throws IOException, ConfigurationException {
        Path file = Files.writeString(folder.resolve("keyway.yaml"), "data: data\n" + database + "\n");
        return ConfigurationFile.read(file).configuration().database();
    }

    private DatabaseConfiguration at(String url) throws IOException, ConfigurationException {
        return read("database: {url: '" + url + "', user: keyway, passwordFrom: 'env:KEYWAY_PASSWORD'}");
    }

    @Test
    void whereNothingIsSaidAFileInTheDataFolderIsUsed() throws Exception {
        DatabaseConfiguration configuration = read("");
        assertThat(configuration.dialect()).isEqualTo(Dialect.H2);
        assertThat(configuration.url()).contains(folder.resolve("data").toString());
    }

    @Test
    void anotherComputerMustProveThatItIsTheRightOne() throws Exception {
        assertThat(at("jdbc:postgresql://db.example/keyway").url())
                .isEqualTo("jdbc:postgresql://db.example/keyway?sslmode=verify-full");
        assertThat(at("jdbc:postgresql://127.0.0.1,db.example/keyway?tcpKeepAlive=true")
                        .url())
                .endsWith("?tcpKeepAlive=true&sslmode=verify-full");
        assertThat(at("jdbc:postgresql://db.example/keyway?sslmode=verify-ca").url())
                .endsWith("?sslmode=verify-ca");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:5433", "[::1]", "127.0.0.1,localhost"})
    void thisComputerNeedNot(String host) throws Exception {
        String url = "jdbc:postgresql://" + host + "/keyway";
        assertThat(at(url).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "allow", "prefer", "require"})
    void lessThanThatMustBeAskedForAloud(String mode) throws Exception {
        String url = "jdbc:postgresql://db.example/keyway?sslmode=" + mode;
        assertThatThrownBy(() -> at(url))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("KW-CFG-055")
                .hasMessageContaining("db.example");
        assertThat(read("database: {url: '" + url + "', user: keyway, insecure: true}")
                        .url())
                .isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://keyway:hidden@db.example/keyway",
                "jdbc:postgresql://db.example/keyway?password=hidden",
                "jdbc:postgresql://db.example/keyway?tcpKeepAlive=true&Password=hidden"
            })
    void aPasswordInTheUrlIsRefusedAndNotRepeated(String url) {
        assertThatThrownBy(() -> at(url))
                .hasMessageContaining("KW-CFG-051")
                .message()
                .doesNotContain("hidden");
    }

    @ParameterizedTest
    @CsvSource({"jdbc:mysql://db/keyway,jdbc:mysql", "jdbc:h2:mem:a,jdbc:h2", "postgres://db/keyway,postgres", "db,this"
    })
    void anotherKindOfDatabaseIsRefusedByItsName(String url, String named) {
        assertThatThrownBy(() -> at(url))
                .hasMessageContaining("KW-CFG-050")
                .hasMessageContaining(" " + named + " is no database");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{user: keyway}",
                "{url: 'jdbc:postgresql://127.0.0.1/keyway'}",
                "{url: 'jdbc:postgresql://127.0.0.1/keyway', user: keyway, connections: 1}",
                "{url: 'jdbc:postgresql://127.0.0.1/keyway', user: keyway, passwordFrom: hidden}"
            })
    void whatIsMissingOrOutOfRangeIsNamed(String database) {
        assertThatThrownBy(() -> read("database: " + database))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("keyway.yaml: database: ")
                .message()
                .doesNotContain("hidden");
    }
}
