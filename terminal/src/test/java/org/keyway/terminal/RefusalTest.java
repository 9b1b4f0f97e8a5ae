package org.keyway.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.terminal.TestServer.Answer;

final class RefusalTest {
    private static final String SCAN = "{\"station\":\"ST-10\",\"data\":\"GOOD 1\"}";

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.5", "::", "localhost.example.org", "127.0.0.1.example.org"})
    void aHostThatOthersCanReachIsRefusedAtStart(String host) {
        assertThatThrownBy(() -> new TestServer(new TerminalConfiguration(host, 0)))
                .isInstanceOf(HostRefusedException.class)
                .hasMessageContaining("KW-CFG-020");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        int taken = server.uri("/").getPort();

        assertThatThrownBy(() -> new TestServer(new TerminalConfiguration("127.0.0.1", taken)))
                .isInstanceOf(PortTakenException.class)
                .hasMessageContaining(String.valueOf(taken));
    }

    @Test
    void aRequestUnderAForeignNameIsRefused() throws Exception {
        assertThat(raw("GET /api/v1/stations HTTP/1.1\r\nHost: evil.example:80\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421")
                .contains("KW-HTTP-005");
    }

    @Test
    void aScanSentByAForeignPageIsRefused() throws Exception {
        Answer answer = server.send(server.posting("/api/v1/scans", SCAN).header("Origin", "http://evil.example"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().at("/code").asString()).isEqualTo("KW-HTTP-006");
        assertThat(server.floor.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Origin, http://evil.example", "Origin, null"
    })
    void aForeignPageTakesNoEventStreamAndReadsNothing(String header, String value) throws Exception {
        for (String path : List.of("/api/v1/events", "/api/v1/stations/ST-10/events", "/api/v1/stations")) {
            Answer answer = server.send(HttpRequest.newBuilder(server.uri(path)).header(header, value));

            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.json().at("/code").asString()).isEqualTo("KW-HTTP-006");
        }
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, same-origin", "Sec-Fetch-Site, none", "User-Agent, curl"})
    void ourOwnPageAndNoPageAtAllMayAsk(String header, String value) throws Exception {
        assertThat(server.send(HttpRequest.newBuilder(server.uri("/api/v1/stations"))
                                .header(header, value))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aScanSentByOurOwnPageIsTaken() throws Exception {
        String own = "http://127.0.0.1:" + server.uri("/").getPort();

        assertThat(server.send(server.posting("/api/v1/scans?wait=0", SCAN).header("Origin", own))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aBodyThatIsNotSentAsJsonIsRefused() throws Exception {
        Answer answer = server.send(HttpRequest.newBuilder(server.uri("/api/v1/scans"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(SCAN)));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(server.floor.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{} {}", "{\"data\":\"a\",\"data\":\"b\"}", "\"text\""})
    void whatIsNotOneJsonObjectIsMalformed(String body) throws Exception {
        Answer answer = server.post("/api/v1/scans", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/code").asString()).isEqualTo("KW-HTTP-001");
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() throws Exception {
        Answer answer = server.post("/api/v1/scans", "{\"data\":7,\"colour\":\"red\",\"operation\":null}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors").toString())
                .contains("\"field\":\"colour\"", "\"field\":\"station\"", "\"field\":\"data\"")
                .doesNotContain("operation");
    }

    @Test
    void aBodyLargerThanTheLimitIsRefusedWithoutALength() throws Exception {
        byte[] large = ("{\"data\":\"" + "x".repeat(70_000) + "\"}").getBytes(StandardCharsets.UTF_8);

        Answer answer = server.send(HttpRequest.newBuilder(server.uri("/api/v1/scans"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().at("/code").asString()).isEqualTo("KW-HTTP-004");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=many", "state=LOST", "from=yesterday"})
    void aSearchThatMakesNoSenseIsRefused(String query) throws Exception {
        Answer answer = server.get("/api/v1/jobs?" + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "99999999999"})
    void aWaitThatIsNoneIsRefusedAndNothingIsScanned(String wait) throws Exception {
        Answer answer = server.post("/api/v1/scans?wait=" + wait, SCAN);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/code").asString()).isEqualTo("KW-HTTP-002");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("wait");
        assertThat(server.floor.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/v1/jobs/%00", "GET /api/v1/jobs/%zz", "DELETE /api/v1/jobs/%00", "GET /%c0%af"})
    void anAddressThatIsNoneIsRefusedInTheFormOfEveryRefusal(String request) throws Exception {
        String answer =
                raw(request + " HTTP/1.1\r\nHost: localhost\r\nAccept-Language: zh\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "nosniff", "\"code\":\"KW-HTTP-015\"", "请求")
                .doesNotContainIgnoringCase("<html", "jetty");
    }

    @Test
    void whatIsNoHttpIsRefusedInTheFormOfEveryRefusal() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "KW-HTTP-015");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(server.get("/nothing").json().at("/code").asString()).isEqualTo("KW-HTTP-007");
        assertThat(server.get("/assets/../messages_en.properties").status()).isEqualTo(404);
        assertThat(server.get("/api/v1/jobs/none").json().at("/code").asString())
                .isEqualTo("KW-HTTP-010");
        assertThat(server.get("/api/v1/machines/none").status()).isEqualTo(404);
        assertThat(server.get("/api/v1/stations/none/events").status()).isEqualTo(404);
    }

    @Test
    void aProblemIsToldInTheClientsLanguage() throws Exception {
        Answer answer =
                server.send(HttpRequest.newBuilder(server.uri("/nothing")).header("Accept-Language", "zh-CN,zh"));

        assertThat(answer.json().at("/title").asString()).isEqualTo("未找到");
        assertThat(answer.json().at("/message/en").asString()).isNotEmpty();
    }

    @Test
    void everyAnswerTellsTheBrowserToRunNothingButOurOwnScripts() throws Exception {
        for (String path : new String[] {"/", "/stations/ST-10", "/api/v1/stations", "/nothing"}) {
            Answer answer = server.get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.uri("/").getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
