package org.keyway.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.opcua.ServerCapacity;
import org.keyway.opcua.ServerPolicy;

final class OpcUaSectionTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private OpcUaConfiguration read(String section) throws Exception {
        Path file = Files.writeString(folder.resolve("keyway.yaml"), "data: data\n" + section);
        return ConfigurationFile.read(file).configuration().opcUa();
    }

    @Test
    void whereNothingIsSaidTheServerIsForThisComputerAndSecured() throws Exception {
        OpcUaConfiguration usual = read("");
        assertThat(usual.pki()).isEqualTo(folder.resolve("data/pki"));
        assertThat(usual.server().bind()).isEqualTo("127.0.0.1");
        assertThat(usual.server().port()).isEqualTo(4840);
        assertThat(usual.server().readableByAnyone()).isFalse();
        assertThat(usual.server().policies()).containsExactlyInAnyOrder(ServerPolicy.values());
        assertThat(usual.server().hostNames()).containsExactly("127.0.0.1");
    }

    @Test
    void everythingCanBeSaid() throws Exception {
        OpcUaConfiguration said = read("""
                opcua:
                  bind: 0.0.0.0
                  port: 4841
                  hostnames: [keyway.example, 10.0.0.5]
                  policies: [Aes256_Sha256_RsaPss]
                  commissioning: true
                  pki: certificates
                  limits: {sessions: 40, connectionsPerAddress: 30}
                """);
        assertThat(said.pki()).isEqualTo(folder.resolve("certificates"));
        assertThat(said.server().bind()).isEqualTo("0.0.0.0");
        assertThat(said.server().hostNames()).containsExactly("keyway.example", "10.0.0.5");
        assertThat(said.server().policies()).containsExactly(ServerPolicy.AES_256_SHA_256_RSA_PSS);
        assertThat(said.server().readableByAnyone()).isTrue();
        assertThat(said.server().capacity().sessions()).isEqualTo(40);
        assertThat(said.server().capacity().connectionsPerAddress()).isEqualTo(30);
        assertThat(said.server().capacity().connections()).isEqualTo(ServerCapacity.USUAL.connections());
    }

    @Test
    void whoListensEverywhereIsReachedByTheNameOfTheComputer() throws Exception {
        assertThat(read("opcua: {bind: 0.0.0.0}").server().hostNames())
                .isNotEmpty()
                .doesNotContain("0.0.0.0");
    }

    @Test
    void whatCanNotBeIsRefused() {
        assertThatThrownBy(() -> read("opcua: {policies: [Basic128Rsa15]}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Basic128Rsa15")
                .hasMessageContaining("Basic256Sha256");
        assertThatThrownBy(() -> read("opcua: {port: 70000}")).hasMessageContaining("port");
        assertThatThrownBy(() -> read("opcua: {hostnames: []}")).hasMessageContaining("hostnames");
        assertThatThrownBy(() -> read("opcua: {limits: {sessions: 0}}")).hasMessageContaining("limit");
        assertThatThrownBy(() -> read("opcua: {polices: []}")).hasMessageContaining("polices");
    }
}
