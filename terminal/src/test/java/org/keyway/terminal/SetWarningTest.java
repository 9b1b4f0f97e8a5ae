package org.keyway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.terminal.TestServer.Answer;
import tools.jackson.databind.JsonNode;

/** What is unusual about a set is told with it. */
final class SetWarningTest {
    private static final String ALL = "/api/v1/parameter-sets/";
    private static final String LI = "\"by\": \"Li\", \"reason\": \"new machine\"";

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anOperationThatNoMachineHasIsTakenWithAWarning() throws Exception {
        String path = ALL + "CB-150-OP99";
        Answer draft = server.send("PUT", path, "", """
                {"scope": {"product": "CB-150", "operation": "OP99"}, "values": {"spindleSpeed": 7000}, %s}""".formatted(LI));

        Answer submitted = server.send("POST", path + "/versions/1/submit", draft.header("ETag"), "{" + LI + "}");

        assertThat(submitted.status()).isEqualTo(200);
        for (JsonNode warning : List.of(
                submitted.json().at("/warnings/0"), server.get(path).json().at("/versions/0/warnings/0"))) {
            assertThat(warning.at("/code").asString()).isEqualTo("KW-SET-016");
            assertThat(warning.at("/message/zh").asString()).contains("OP99");
        }
    }

    @Test
    void anOperationOfAMachineIsNothingUnusual() throws Exception {
        assertThat(server.get(ALL + "CB-150-OP20")
                        .json()
                        .at("/current/warnings")
                        .isEmpty())
                .isTrue();
    }
}
