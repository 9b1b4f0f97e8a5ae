package org.keyway.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.Scan;
import org.keyway.job.JobState;
import org.keyway.terminal.TestServer.Answer;
import org.keyway.terminal.fake.FakeJobs;
import tools.jackson.databind.JsonNode;

final class ScanApiTest {
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final String GOOD = "{\"station\":\"ST-10\",\"data\":\"GOOD 1\",\"requestId\":\"r-1\"}";

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aScanIsAnsweredWhenItsJobHasComeToRest() {
        CompletableFuture<Answer> answer = server.postLater("/api/v1/scans?wait=30000", GOOD);
        await().until(() -> server.floor.requests().size() == 1);
        assertThat(answer).isNotDone();

        server.floor.change(FakeJobs.moved(server.floor.last(), JobState.ACCEPTED, AT));

        Answer job = answer.join();
        assertThat(job.status()).isEqualTo(200);
        assertThat(job.json().at("/state").asString()).isEqualTo("ACCEPTED");
        assertThat(job.json().at("/steps/1/at").asString()).isEqualTo("2026-11-23T08:00:00.000Z");
    }

    @Test
    void aScanWhoseJobTakesLongerIsAnsweredAsItStands() throws Exception {
        Answer answer = server.post("/api/v1/scans?wait=50", GOOD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/state").asString()).isEqualTo("RECEIVED");
    }

    @Test
    void oneImpatientRequestDoesNotEndThePatientOnesWait() throws Exception {
        CompletableFuture<Answer> patient = server.postLater("/api/v1/scans?wait=30000", GOOD);
        await().until(() -> server.floor.requests().size() == 1);

        assertThat(server.post("/api/v1/scans?wait=20", GOOD)
                        .json()
                        .at("/state")
                        .asString())
                .isEqualTo("RECEIVED");
        assertThat(patient).isNotDone();
        server.floor.change(FakeJobs.moved(server.floor.last(), JobState.ACCEPTED, AT));

        assertThat(patient.join().json().at("/state").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void aJobHasTheDocumentedShapeWithItsNullsWritten() throws Exception {
        server.post("/api/v1/scans?wait=0", GOOD);
        server.floor.change(FakeJobs.moved(server.floor.last(), JobState.ACCEPTED, AT));

        JsonNode job = server.get("/api/v1/jobs/" + server.floor.last().id()).json();

        assertThat(job.propertyNames())
                .contains("id", "state", "station", "machine", "operation", "requestId", "identity", "parameters")
                .contains("refusal", "failure", "steps");
        assertThat(job.get("refusal").isNull()).isTrue();
        assertThat(job.at("/identity").toString())
                .contains("\"product\":\"CB-150\"", "\"serial\":\"A0042\"", "\"lot\":null", "\"boreClass\":\"B\"");
        assertThat(job.at("/parameters/0").toString())
                .contains("\"name\":\"spindleSpeed\"", "\"value\":8000,\"unit\":\"r/min\"")
                .contains("\"source\":{\"set\":\"CB-150-OP20\",\"version\":3}", "\"readBack\":8000,\"verified\":true");
    }

    @Test
    void theReasonOfARefusedJobIsItsRefusalAndThatOfAFailedOneItsFailure() throws Exception {
        server.post("/api/v1/scans?wait=0", GOOD);
        String path = "/api/v1/jobs/" + server.floor.last().id();

        server.floor.change(FakeJobs.refused(server.floor.last(), AT));
        JsonNode refused = server.get(path).json();
        server.floor.change(FakeJobs.failed(server.floor.last(), AT));
        JsonNode failed = server.get(path).json();

        assertThat(refused.at("/refusal/code").asString()).isEqualTo("KW-JOB-007");
        assertThat(refused.at("/refusal/message/zh").asString()).contains("曲轴");
        assertThat(refused.get("failure").isNull()).isTrue();
        assertThat(failed.at("/failure/details/found").asInt()).isEqualTo(7500);
        assertThat(failed.get("refusal").isNull()).isTrue();
    }

    @Test
    void aScanAtAnUnknownStationIsNotFoundAndReachesNoJob() throws Exception {
        Answer answer = server.post("/api/v1/scans", "{\"station\":\"ST-99\",\"data\":\"GOOD 1\"}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().at("/code").asString()).isEqualTo("KW-HTTP-009");
        assertThat(server.floor.requests()).isEmpty();
    }

    @Test
    void aLabelLongerThanAnyLabelStillReachesJobControlWhichPutsItOnRecord() throws Exception {
        String data = "x".repeat(Scan.MAX_LENGTH + 1000);

        server.post("/api/v1/scans?wait=0", "{\"station\":\"ST-10\",\"data\":\"" + data + "\"}");

        assertThat(server.floor.requests().get(0).scan().data()).isEqualTo(data);
    }

    @Test
    void controlCharactersOfALabelArriveUnchanged() throws Exception {
        server.post("/api/v1/scans?wait=0", "{\"station\":\"ST-10\",\"data\":\"]d2A\\u001dB\\u001e\\u0004\"}");

        assertThat(server.floor.requests().get(0).scan().data()).isEqualTo("]d2A\u001dB\u001e\u0004");
    }

    @Test
    void jobsAreFoundPageByPageNewestFirst() throws Exception {
        for (int i = 0; i < 5; i++) {
            server.post("/api/v1/scans?wait=0", "{\"station\":\"ST-10\",\"data\":\"GOOD " + i + "\"}");
        }

        JsonNode first = server.get("/api/v1/jobs?limit=3").json();
        JsonNode second = server.get(
                        "/api/v1/jobs?limit=3&after=" + first.at("/next").asString())
                .json();

        assertThat(first.at("/items/0/data").asString()).isEqualTo("GOOD 4");
        assertThat(second.at("/items/0/data").asString()).isEqualTo("GOOD 1");
        assertThat(second.at("/items").size()).isEqualTo(2);
        assertThat(second.get("next").isNull()).isTrue();
    }
}
