package org.keyway.identifier.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.keyway.identifier.resolution.TestChain.source;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.identifier.Trust;
import org.keyway.identifier.resolution.source.Signatures;
import org.keyway.identifier.resolution.source.SourceConfiguration;

final class PinnedCertificateTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    private HttpsServer server;
    private String pin = "";

    @BeforeEach
    void start() throws Exception {
        Path file = folder.resolve("keys.p12");
        KeyStore keys = generated(file);
        pin = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(keys.getCertificate("server").getEncoded()));
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            TestService.answer(exchange, 200, "application/json", "{\"number\":\"P150\"}");
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static KeyStore generated(Path file) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int exit = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(exit).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            keys.load(stored, PASSWORD);
        }
        return keys;
    }

    private TestChain chain(Optional<String> certificate) {
        return chain("https", certificate);
    }

    private TestChain chain(String scheme, Optional<String> certificate) {
        String host = "127.0.0.1:" + server.getAddress().getPort();
        SourceConfiguration plain = source("http", scheme + "://" + host + "/{value}");
        return new TestChain(List.of(host), TestChain.with(plain, Optional.empty(), certificate, Signatures.NONE));
    }

    @Test
    void theServerWithThePinnedCertificateIsTrustedAsSigned() {
        assertThat(chain(Optional.of(pin)).identity("X1").trust()).isEqualTo(Trust.SIGNED_REMOTE);
    }

    @Test
    void anotherCertificateAndOneThatNobodyVouchesForAreRefused() {
        assertThat(chain(Optional.of("00".repeat(32))).unknown("X1")).isEqualTo("KW-ID-173");
        assertThat(chain(Optional.empty()).unknown("X1")).isEqualTo("KW-ID-173");
    }

    @Test
    void aCertificateThatNoConnectionWouldShowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain("http", Optional.of(pin)))
                .withMessageContaining("https");
    }
}
