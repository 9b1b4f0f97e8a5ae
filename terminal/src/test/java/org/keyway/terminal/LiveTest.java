package org.keyway.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.profile.StateNode;
import org.keyway.terminal.fake.FakeJobs;

final class LiveTest {
    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPageIsToldFirstHowThingsStandAndThenWhatChanges() throws Exception {
        server.post("/api/v1/scans?wait=0", "{\"station\":\"ST-10\",\"data\":\"GOOD 1\"}");
        List<String> lines = listen("/api/v1/stations/ST-10/events");
        await().untilAsserted(() -> assertThat(lines).anyMatch(line -> line.equals("event: snapshot")));
        assertThat(lines)
                .anyMatch(line -> line.contains("\"data\":\"GOOD 1\"") && line.contains("\"state\":\"READY\""));

        server.floor.change(FakeJobs.refused(server.floor.last(), java.time.Instant.EPOCH));
        server.floor.machine("HMC-01", StateNode.State.ALARM, "E-stop");

        await().untilAsserted(() -> assertThat(lines).contains("event: job", "event: machine"));
        assertThat(lines).anyMatch(line -> line.contains("REFUSED"));
        assertThat(lines).anyMatch(line -> line.contains("E-stop"));
    }

    @Test
    void aStationIsNotToldOfOtherStations() throws Exception {
        List<String> elsewhere = listen("/api/v1/stations/ST-30/events");
        List<String> everywhere = listen("/api/v1/events");
        await().untilAsserted(() -> assertThat(elsewhere).contains("event: snapshot"));
        await().untilAsserted(() -> assertThat(everywhere).contains("event: snapshot"));

        server.floor.machine("HMC-01", StateNode.State.ALARM, "E-stop");
        server.floor.machine("CG-01", StateNode.State.READY, "Idle");

        await().untilAsserted(() -> assertThat(elsewhere).contains("event: machine"));
        await().untilAsserted(() -> assertThat(everywhere).anyMatch(line -> line.contains("E-stop")));
        assertThat(elsewhere).noneMatch(line -> line.contains("E-stop"));
    }

    @Test
    void aQuietLineIsKeptAliveByHeartbeats() {
        List<String> lines = listen("/api/v1/events");

        await().untilAsserted(() -> assertThat(lines).contains("event: heartbeat"));
    }

    @Test
    void stoppingTheServerEndsEveryStream() {
        List<String> lines = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> ended = stream("/api/v1/events", lines);
        await().untilAsserted(() -> assertThat(lines).contains("event: snapshot"));

        server.close();

        await().until(ended::isDone);
    }

    private List<String> listen(String path) {
        List<String> lines = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> ended = stream(path, lines);
        assertThat(ended).isNotNull();
        return lines;
    }

    private CompletableFuture<Void> stream(String path, List<String> lines) {
        return server.client
                .sendAsync(HttpRequest.newBuilder(server.uri(path)).build(), BodyHandlers.ofLines())
                .thenAcceptAsync(response -> response.body().forEach(lines::add));
    }
}
