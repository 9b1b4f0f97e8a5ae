package org.keyway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.scanner.TestLabel;
import org.keyway.terminal.TestServer.Answer;
import tools.jackson.databind.JsonNode;

final class ScannerApiTest {
    private static final String PROFILE = "/api/v1/stations/ST-10/scanner-profile";

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode calibrate(String data) throws Exception {
        String body = TestServer.JSON.writeValueAsString(Map.of("data", data));
        return server.post("/api/v1/stations/ST-10/scanner-calibrations", body).json();
    }

    private Answer put(String body) throws Exception {
        return server.send(HttpRequest.newBuilder(server.uri(PROFILE))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    @Test
    void aScanOfTheTestLabelYieldsAProfileThatProvesItselfOnceKept() throws Exception {
        String scan = "S1:" + TestLabel.TEXT.replace("\u001D", "{GS}");

        JsonNode found = calibrate(scan);
        assertThat(found.get("profile").get("prefix").stringValue()).isEqualTo("S1:");
        assertThat(found.get("profile").get("separators").get("gs").stringValue())
                .isEqualTo("{GS}");
        assertThat(found.get("lossless").booleanValue()).isTrue();
        assertThat(found.get("proved").booleanValue()).isFalse();

        Answer kept = put(found.get("profile").toString());

        assertThat(kept.status()).isEqualTo(200);
        assertThat(server.get(PROFILE).json().get("profile")).isEqualTo(found.get("profile"));
        assertThat(calibrate(scan).get("proved").booleanValue()).isTrue();
        assertThat(calibrate(TestLabel.TEXT).get("proved").booleanValue()).isFalse();
    }

    @Test
    void whatIsLostIsSaidInBothLanguagesWithItsCode() throws Exception {
        JsonNode found = calibrate("]d1" + TestLabel.TEXT.replaceAll("[A-Za-z]", ""));

        assertThat(found.get("profile").isNull()).isTrue();
        JsonNode finding = found.get("findings").get(0);
        assertThat(finding.get("code").stringValue()).isEqualTo("KW-ID-152");
        assertThat(finding.get("message").get("en").stringValue()).contains("input method");
        assertThat(finding.get("message").get("zh").stringValue()).contains("输入法");
    }

    @Test
    void aForgottenProfileIsThatOfAnUnknownScanner() throws Exception {
        put("{\"prefix\":\"S1:\"}");

        Answer forgotten = server.send(HttpRequest.newBuilder(server.uri(PROFILE))
                .header("Content-Type", "application/json")
                .DELETE());

        assertThat(forgotten.status()).isEqualTo(204);
        JsonNode now = server.get(PROFILE).json();
        assertThat(now.get("kept").booleanValue()).isFalse();
        assertThat(now.get("profile").get("prefix").stringValue()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"prefix\":\"012345678901234567890123456789012\"}",
                "{\"suffix\":5}",
                "{\"caseSwapped\":\"yes\"}",
                "{\"colour\":\"red\"}",
                "{\"layout\":{\"received\":\"zz\",\"printed\":\"yz\"}}",
                "{\"layout\":{\"received\":\"z\"}}",
                "{\"layout\":{\"received\":\"12\",\"printed\":\"21\"},\"symbologySent\":true}",
                "{\"layout\":{\"received\":\"zy\",\"printed\":\"yz\"}}",
                "{\"layout\":{\"received\":\"zy\",\"printed\":\"yz\"},\"symbologySent\":true}",
                "{\"layout\":{\"received\":\"zy\",\"printed\":\"yz\"},\"prefix\":\"S1:\"}",
                "{\"caseSwapped\":true}",
                "{\"layout\":7}",
                "{\"separators\":{\"gs\":\"~\",\"rs\":\"~\"}}",
                "{\"separators\":{\"fs\":\"~\"}}"
            })
    void aProfileThatNoScannerHasIsRefused(String body) throws Exception {
        Answer refused = put(body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("code").stringValue()).isEqualTo("KW-HTTP-002");
        assertThat(server.get(PROFILE).json().get("kept").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"layout\":{\"received\":\"zy+\",\"printed\":\"yz]\"},\"symbologySent\":true}",
                "{\"layout\":{\"received\":\"zy\",\"printed\":\"yz\"},\"prefix\":\"z1\"}",
                "{\"caseSwapped\":true,\"symbologySent\":true}",
                "{\"layout\":{\"received\":\"&!*\",\"printed\":\"1]8\"},\"symbologySent\":true}"
            })
    void aProfileWhoseScansShowThatItHoldsIsKept(String body) throws Exception {
        assertThat(put(body).status()).isEqualTo(200);
    }

    @Test
    void aStationThatIsNoneHasNoScanner() throws Exception {
        assertThat(server.get("/api/v1/stations/NOWHERE/scanner-profile").status())
                .isEqualTo(404);
        assertThat(server.post("/api/v1/stations/NOWHERE/scanner-calibrations", "{\"data\":\"A\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theTestLabelIsDrawn() throws Exception {
        Answer drawn = server.get("/api/v1/scanner-test-label/symbol.svg");

        assertThat(drawn.status()).isEqualTo(200);
        assertThat(drawn.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(server.get("/stations/ST-10/scanner").status()).isEqualTo(200);
    }
}
