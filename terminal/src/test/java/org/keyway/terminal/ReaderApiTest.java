package org.keyway.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.Message;
import org.keyway.job.Problem;
import org.keyway.job.reader.ReaderStatus;
import org.keyway.job.reader.ReaderStatus.Counts;
import org.keyway.job.reader.ReaderStatus.Feed;
import org.keyway.profile.StateNode;
import tools.jackson.databind.JsonNode;

final class ReaderApiTest {
    private static final Problem AWAY =
            new Problem("KW-AUTOID-010", new Message("not reachable", "无法连接"), Map.of("reader", "OR-1"));

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private static ReaderStatus reader(Feed feed, Optional<Problem> problem) {
        return new ReaderStatus("ST-10", "OR-1", feed, Instant.EPOCH, new Counts(5, 4, 3, 2, 1), problem);
    }

    @Test
    void aReaderThatIsAwayIsToldWithWhatToDo() throws Exception {
        server.reader(reader(Feed.OFFLINE, Optional.of(AWAY)));

        JsonNode found = server.get("/api/v1/readers").json().get("items").get(0);

        assertThat(found.get("id").asString()).isEqualTo("OR-1");
        assertThat(found.get("station").asString()).isEqualTo("ST-10");
        assertThat(found.get("feed").asString()).isEqualTo("OFFLINE");
        assertThat(found.get("counts").get("dropped").asInt()).isEqualTo(1);
        assertThat(found.get("problem").get("code").asString()).isEqualTo("KW-AUTOID-010");
    }

    @Test
    void theFiguresSayWhichReaderIsAwayAndWhatBecameOfItsCodes() throws Exception {
        assertThat(server.get("/metrics").response().body()).doesNotContain("keyway_reader");
        server.reader(reader(Feed.OFFLINE, Optional.of(AWAY)));

        assertThat(server.get("/metrics").response().body())
                .contains("keyway_reader_online{station=\"ST-10\",reader=\"OR-1\"} 0\n")
                .contains("keyway_reader_codes_total{station=\"ST-10\",reader=\"OR-1\",outcome=\"taken\"} 5\n")
                .contains("keyway_reader_codes_total{station=\"ST-10\",reader=\"OR-1\",outcome=\"dropped\"} 1\n");
    }

    @Test
    void thePagesOfItsStationAreToldOfAReaderFirstAndWhenItChanges() {
        server.reader(reader(Feed.EVENTS, Optional.empty()));
        List<String> here = listen("/api/v1/stations/ST-10/events");
        List<String> elsewhere = listen("/api/v1/stations/ST-30/events");
        await().untilAsserted(() -> assertThat(here).anyMatch(line -> line.contains("\"feed\":\"EVENTS\"")));
        await().untilAsserted(() -> assertThat(elsewhere).contains("event: snapshot"));

        server.reader(reader(Feed.OFFLINE, Optional.of(AWAY)));

        await().untilAsserted(() -> assertThat(here).contains("event: reader"));
        assertThat(here).anyMatch(line -> line.contains("\"feed\":\"OFFLINE\""));
        server.floor.machine("CG-01", StateNode.State.READY, "Idle");
        await().untilAsserted(() -> assertThat(elsewhere).contains("event: machine"));
        assertThat(elsewhere).noneMatch(line -> line.contains("OR-1"));
    }

    private List<String> listen(String path) {
        List<String> lines = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> ended = server.client
                .sendAsync(HttpRequest.newBuilder(server.uri(path)).build(), BodyHandlers.ofLines())
                .thenAcceptAsync(response -> response.body().forEach(lines::add));
        assertThat(ended).isNotNull();
        return lines;
    }
}
