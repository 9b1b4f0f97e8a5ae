package org.keyway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keyway.identifier.Scan;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorkshopAndTrialTest {
    private final TestServer server = new TestServer();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void identifyAnswersExactlyTheDocumentedFieldsInTheirOrder() throws Exception {
        var answer = server.post("/api/v1/identify", "{\"data\":\"GOOD 1\",\"symbology\":\"]C0\"}");

        assertThat(answer.response().body())
                .isEqualTo(
                        "{\"data\":\"GOOD 1\",\"symbology\":\"]C0\",\"scheme\":\"plain\",\"conformant\":true,"
                                + "\"elements\":[{\"id\":\"21\",\"title\":\"SERIAL\",\"value\":\"A0042\"}],"
                                + "\"product\":\"gtin:06901234000016\",\"serial\":\"A0042\",\"lot\":null,\"issues\":[],\"digitalLink\":null}");
    }

    @Test
    void aSoundGs1LabelComesWithItsLink() throws Exception {
        JsonNode reading =
                server.post("/api/v1/identify", "{\"data\":\"GTIN 1\"}").json();

        assertThat(reading.get("digitalLink").asString()).isEqualTo("https://id.gs1.org/01/06901234000016");
    }

    @Test
    void theServicesThatAreAskedShowHowTheyAreDoing() throws Exception {
        var answer = server.get("/api/v1/resolvers");

        assertThat(answer.response().body())
                .isEqualTo("{\"resolvers\":[{\"name\":\"erp\",\"type\":\"http\",\"state\":\"OPEN\",\"failures\":5,"
                        + "\"lastFailureAt\":\"2026-11-23T08:00:00.000Z\",\"lastFailure\":\"refused\"}]}");
    }

    @Test
    void aLabelOfTwoReadingsNamesNoProduct() throws Exception {
        JsonNode reading =
                server.post("/api/v1/identify", "{\"data\":\"TWICE\"}").json();

        assertThat(reading.get("product").isNull()).isTrue();
        assertThat(reading.at("/issues/0/message/en").asString()).contains("vin, plain");
    }

    @Test
    void aMatchNamesEveryValuesSourceAndWhyTheOthersLost() throws Exception {
        JsonNode match = match("GOOD 1", "null");

        assertThat(match.at("/outcome").asString()).isEqualTo("matched");
        assertThat(match.at("/values/0").toString())
                .contains("\"value\":8000,\"unit\":\"r/min\"", "\"set\":\"CB-150-OP20\",\"version\":3")
                .contains("\"reason\":\"less-specific-product\"");
        assertThat(server.floor.requests()).isEmpty();
    }

    @Test
    void whatDoesNotMatchSaysWhy() throws Exception {
        assertThat(match("GOOD 1", "\"OP99\"").at("/rejections/0/code").asString())
                .isEqualTo("KW-MATCH-001");
        assertThat(match("STRANGER", "null").at("/outcome").asString()).isEqualTo("unknown-product");
        assertThat(match("TORN", "null").at("/rejections/0/code").asString()).isEqualTo("KW-ID-001");
    }

    private JsonNode match(String data, String operation) throws Exception {
        return server.post(
                        "/api/v1/match",
                        "{\"data\":\"" + data + "\",\"machine\":\"HMC-01\",\"operation\":" + operation + "}")
                .json();
    }

    @Test
    void aMachineIsShownWithWhatItIsDoingAndWithoutItsSecrets() throws Exception {
        var answer = server.get("/api/v1/machines");

        assertThat(answer.json().at("/items/0/status/state").asString()).isEqualTo("OFFLINE");
        assertThat(answer.json().at("/items/1/status/state").asString()).isEqualTo("READY");
        assertThat(answer.response().body()).doesNotContain("SECRET_PLACE");
    }

    @Test
    void productsStationsAndProfilesCanBeListedAndAskedFor() throws Exception {
        assertThat(server.get("/api/v1/products/CB-150").json().at("/name/zh").asString())
                .isEqualTo("150cc 气缸体");
        assertThat(server.get("/api/v1/stations?limit=1").json().at("/next").asString())
                .isEqualTo("ST-10");
        assertThat(server.get("/api/v1/machine-profiles/hmc-opcua")
                        .json()
                        .at("/parameters/0/unit")
                        .asString())
                .isEqualTo("r/min");
    }

    @Test
    void aLabelsSymbolIsAPicture() throws Exception {
        assertThat(server.get("/api/v1/labels").json().at("/items/0/caption/zh").asString())
                .isEqualTo("气缸体 A0042");
        var symbol = server.get("/api/v1/labels/block-1/symbol.svg");
        assertThat(symbol.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(symbol.response().body()).startsWith("<svg");
    }

    @Test
    void samplesOfAnUnknownLabelBringProposalsOrTheReasonWhyNot() throws Exception {
        String path = "/api/v1/label-patterns/proposals";

        JsonNode taught = server.post(path, "{\"samples\":[\"CB-150/0042\",\"CB-151/0043\"]}")
                .json();
        assertThat(taught.at("/proposals/0/readings/0/parts/1").toString())
                .isEqualTo("{\"group\":\"serial\",\"from\":7,\"to\":11,\"value\":\"0042\"}");
        assertThat(taught.at("/proposals/0/snippet").asString()).startsWith("patterns:\n");
        JsonNode declined = server.post(path, "{\"samples\":[]}").json();
        assertThat(declined.at("/proposals").size()).isZero();
        assertThat(declined.at("/issues/0/code").asString()).isEqualTo("KW-ID-200");
        assertThat(server.post(path, "{\"samples\":[1]}").status()).isEqualTo(422);
        assertThat(server.post(path, "{\"samples\":\"CB\"}").status()).isEqualTo(422);
        assertThat(server.post(path, "{}").status()).isEqualTo(422);
        assertThat(server.post(path, "{\"samples\":[\"" + "A".repeat(Scan.MAX_LENGTH + 1) + "\"]}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aLabelThatDoesNotFitItsSymbolIsAProblem() throws Exception {
        var refused = server.get("/api/v1/labels/long/symbol.svg");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().at("/code").asString()).isEqualTo("KW-HTTP-016");
        assertThat(refused.json().at("/message/zh").asString()).contains("long", "datamatrix");
    }

    @Test
    void theServerIsReadyOnlyWhenEveryPartIs() throws Exception {
        assertThat(server.get("/health/live").status()).isEqualTo(200);
        assertThat(server.get("/health/ready").status()).isEqualTo(200);

        server.check.fault = Optional.of("disk full");
        var failing = server.get("/health/ready");
        server.check.fault = Optional.empty();

        assertThat(failing.status()).isEqualTo(503);
        assertThat(failing.json().at("/checks/0/detail").asString()).isEqualTo("disk full");
    }

    @Test
    void figuresCountTheJobs() throws Exception {
        assertThat(server.get("/metrics").response().body())
                .contains("keyway_jobs_total{state=\"refused\"} ", "keyway_answer_seconds_bucket{le=\"+Inf\"} ");
    }
}
