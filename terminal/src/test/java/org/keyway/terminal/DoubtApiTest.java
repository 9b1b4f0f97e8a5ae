package org.keyway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.terminal.fake.FakeDoubt;

/** What only people can end on a machine, asked and ended over HTTP. */
final class DoubtApiTest {
    private static final String DOUBT = "/api/v1/machines/" + FakeDoubt.MACHINE + "/doubt";

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private TestServer.Answer end(String reason, String by, String witness) throws Exception {
        String body = "{\"reason\":\"%s\",\"by\":\"%s\",\"witness\":\"%s\"}".formatted(reason, by, witness);
        return server.post(DOUBT + "/end", body);
    }

    @Test
    void whatIsInDoubtIsToldWithItsJobUntilTwoPeopleEndIt() throws Exception {
        assertThat(server.get(DOUBT).response().body())
                .isEqualTo("{\"items\":[{\"job\":\"" + FakeDoubt.JOB + "\",\"code\":\"KW-DEL-006\","
                        + "\"message\":{\"en\":\"It stopped answering.\",\"zh\":\"没有应答。\"},"
                        + "\"since\":\"2026-11-25T08:00:00.000Z\"}]}");

        assertThat(end("spindle empty", "Li Wei", "Wang Fang").status()).isEqualTo(200);

        assertThat(server.get(DOUBT).json().get("items").isEmpty()).isTrue();
    }

    @Test
    void onePersonNamedTwiceIsRefusedAtTheFieldOfTheSecond() throws Exception {
        TestServer.Answer answer = end("spindle empty", "Li Wei", "li wei ");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("code").stringValue()).isEqualTo("KW-HAND-040");
        assertThat(answer.json().get("errors").size()).isEqualTo(1);
        assertThat(answer.json().at("/errors/0/field").stringValue()).isEqualTo("witness");
        assertThat(answer.json().at("/errors/0/code").stringValue()).isEqualTo("KW-HAND-040");
    }

    @Test
    void aMachineThatIsNotThereIsSaidSo() throws Exception {
        assertThat(server.get("/api/v1/machines/NOBODY/doubt").status()).isEqualTo(404);
    }
}
