package org.keyway.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.profile.sheet.SheetFile.Format;
import org.keyway.terminal.TestServer.Answer;

final class ExchangeApiTest {
    private final TestServer server = new TestServer();
    private final String profile = server.workshop.machines().iterator().next().profile();

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer send(String path, String type, byte[] body) throws IOException, InterruptedException {
        return server.send(HttpRequest.newBuilder(server.uri(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    @Test
    void aTemplateAndTheReleasedSetsComeAsFiles() throws Exception {
        for (Format format : Format.values()) {
            for (String name : new String[] {"template", "sets"}) {
                Answer answer =
                        server.get("/api/v1/machine-profiles/" + profile + "/" + name + "." + format.extension());
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("Content-Type")).isEqualTo(format.mediaType());
                assertThat(answer.header("Content-Disposition")).contains(name + "." + format.extension());
            }
        }
        assertThat(server.get("/api/v1/machine-profiles/" + profile + "/sets.csv")
                        .response()
                        .body())
                .contains("#profile," + profile, "EVERYTHING", "{quoted}")
                .doesNotContain(",=1");
        assertThat(server.get("/api/v1/machine-profiles/nobody/sets.csv").status())
                .isEqualTo(404);
    }

    @Test
    void filesAreTakenByTheirContentTypeInTheNameOfWhoeverSendsThem() throws Exception {
        byte[] file = "id\n".getBytes(UTF_8);

        assertThat(send("/api/v1/imports?by=li", "text/csv", file).status()).isEqualTo(200);
        assertThat(send("/api/v1/imports?by=wang&release=false", "application/yaml", file)
                        .json()
                        .get("sets")
                        .asInt())
                .isEqualTo(1);
        assertThat(server.exchange.authors()).containsExactly("li drafts", "wang drafts");
        assertThat(send("/api/v1/imports", "text/csv", file).status()).isEqualTo(422);
        assertThat(send("/api/v1/imports?by=li", "text/plain", file).status()).isEqualTo(415);
        assertThat(send("/api/v1/machines/HMC-01/teach", "text/csv", file).status())
                .isEqualTo(415);
    }

    @Test
    void nobodyReleasesWhatHeSendsByHimself() throws Exception {
        Answer answer = send("/api/v1/imports?by=li&release=true", "text/csv", "id\n".getBytes(UTF_8));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("code").asString()).isEqualTo("KW-HTTP-055");
        assertThat(server.exchange.authors()).isEmpty();
    }

    @Test
    void aRefusedImportAnswersEveryProblemWithItsCell() throws Exception {
        Answer answer = send("/api/v1/imports?by=li", "text/csv", new byte[] {0});

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("code").asString()).isEqualTo("KW-HTTP-050");
        assertThat(answer.json().get("problems").get(0).get("cell").asString()).isEqualTo("B2");
        assertThat(answer.json().get("problems").get(0).get("message").get("zh").asString())
                .isEqualTo("有误");
    }

    @Test
    void aFileLargerThanAnyTableIsRefusedEarly() throws Exception {
        Answer answer = send("/api/v1/imports?by=li", "text/csv", new byte[10_000_001]);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(server.exchange.authors()).isEmpty();
    }

    @Test
    void aMachineIsTaughtOnlyWhenItIsIdleOrTheEngineerConfirms() throws Exception {
        Answer refused = server.post("/api/v1/machines/HMC-01/teach", "{\"product\": \"CB-150\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("code").asString()).isEqualTo("KW-TEACH-003");

        Answer taught = server.post(
                "/api/v1/machines/HMC-01/teach",
                "{\"product\": \"CB-150\", \"confirmed\": true, \"scope\": {\"machine\": \"HMC-01\"}}");
        assertThat(taught.status()).isEqualTo(200);
        assertThat(taught.json().get("document").asString())
                .contains("kind: ParameterSet", "id: TAUGHT", "machine: HMC-01");
        assertThat(taught.json().get("values").get(0).get("differs").asBoolean())
                .isTrue();
    }

    @Test
    void whatAMachineTeachesBecomesADraftOfWhoeverAsks() throws Exception {
        String lesson =
                "{\"product\": \"CB-150\", \"confirmed\": true, \"by\": \"Li\", \"reason\": \"as it runs today\"}";

        Answer taught = server.post("/api/v1/machines/HMC-01/teach", lesson);

        assertThat(taught.status()).as(taught.json().toString()).isEqualTo(200);
        assertThat(taught.json().get("draft").get("version").asInt()).isEqualTo(1);
        assertThat(server.get("/api/v1/parameter-sets/TAUGHT/versions").json().toString())
                .contains("DRAFT", "Li", "as it runs today");
        assertThat(server.post("/api/v1/machines/HMC-01/teach", lesson).json().toString())
                .contains("KW-SET-003");
    }
}
