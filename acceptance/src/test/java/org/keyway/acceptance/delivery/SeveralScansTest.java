package org.keyway.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.JournalVerdict;
import org.keyway.job.store.JournalVerification;
import tools.jackson.databind.JsonNode;

/** A job that needs part and tool, over HTTP, with a machine that gets everything or nothing. */
class SeveralScansTest {
    private static final String TOOL = "T-1203";
    private static final String WORN_TOOL = "T-9";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private static String text(JsonNode job, String pointer) {
        return job.at(pointer).asString();
    }

    private static String part(int serial) {
        return OneMachineWorkshop.label(serial);
    }

    @Test
    void partThenToolIsOneJobThatTheMachineGetsWhole() throws Exception {
        try (CollectingFloor floor = new CollectingFloor(folder, "60s")) {
            JsonNode early = floor.scan(TOOL);
            assertThat(text(early, "/state")).isEqualTo("REFUSED");
            assertThat(text(early, "/refusal/message/en")).isEqualTo("Scan part first.");

            JsonNode begun = floor.scan(part(1));
            assertThat(text(begun, "/state")).isEqualTo("IDENTIFIED");
            assertThat(begun.get("awaiting").toString())
                    .isEqualTo("{\"role\":\"tool\",\"name\":{\"en\":\"tool\",\"zh\":\"刀具\"},\"index\":2,\"of\":2}");
            assertThat(floor.scan(part(1))).isEqualTo(begun);
            assertThat(floor.machine().machined()).isEmpty();

            JsonNode done = floor.scan(TOOL);
            assertThat(text(done, "/id")).isEqualTo(text(begun, "/id"));
            assertThat(text(done, "/state")).isIn("ACCEPTED", "COMPLETED");
            assertThat(done.get("awaiting").isNull()).isTrue();
            assertThat(text(done, "/identity/attributes/tool")).isEqualTo("T-1203");
            assertThat(floor.machine().machined().get(0).values()).isEqualTo(OneMachineWorkshop.VALUES);
        }
    }

    @Test
    void theToolDecidesWhichParameterSetTheMachineGets() throws Exception {
        Map<String, Object> values = new HashMap<>(OneMachineWorkshop.VALUES);
        values.put("Passes", Unsigned.ushort(5));
        try (CollectingFloor floor = new CollectingFloor(folder, "60s")) {
            floor.scan(part(1));
            assertThat(text(floor.scan(WORN_TOOL), "/state")).isIn("ACCEPTED", "COMPLETED");
            assertThat(floor.machine().machined().get(0).values()).isEqualTo(values);
        }
    }

    @Test
    void aWrongScanTellsWhatIsDueAndAnotherPartBeginsAnew() throws Exception {
        try (CollectingFloor floor = new CollectingFloor(folder, "60s")) {
            JsonNode first = floor.scan(part(1));
            JsonNode refused = floor.scan("]d201069012349999902112");
            assertThat(text(refused, "/id")).isEqualTo(text(first, "/id"));
            assertThat(text(refused, "/collection/refused/code")).isEqualTo("KW-JOB-011");
            assertThat(text(refused, "/collection/refused/message/zh")).contains("刀具");
            assertThat(text(refused, "/awaiting/role")).isEqualTo("tool");

            JsonNode second = floor.scan(part(2));
            assertThat(text(floor.job(first), "/state")).isEqualTo("CANCELLED");
            assertThat(text(floor.job(first), "/failure/code")).isEqualTo("KW-JOB-013");
            JsonNode done = floor.scan(TOOL);
            assertThat(text(done, "/id")).isEqualTo(text(second, "/id"));
            assertThat(text(done, "/identity/serial")).isEqualTo("S2");
            assertThat(floor.machine().machined()).hasSize(1);
        }
    }

    @Test
    void aToolThatNeverComesEndsTheJobAndNothingIsWritten() throws Exception {
        try (CollectingFloor floor = new CollectingFloor(folder, "200ms")) {
            JsonNode begun = floor.scan(part(1));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> text(floor.job(begun), "/state").equals("EXPIRED"));
            assertThat(text(floor.job(begun), "/failure/code")).isEqualTo("KW-JOB-012");
            assertThat(floor.machine().memory().get("Stage/JobId")).isNotEqualTo(text(begun, "/id"));
        }
    }

    @Test
    void aServerThatDiesInTheMiddleEndsTheJobWhenItComesBack() throws Exception {
        try (CollectingFloor floor = new CollectingFloor(folder, "60s")) {
            JsonNode begun = floor.scan(part(1));
            floor.restart();

            assertThat(text(floor.job(begun), "/state")).isEqualTo("FAILED");
            assertThat(text(floor.job(begun), "/failure/code")).isEqualTo("KW-JOB-014");
            assertThat(text(floor.scan(TOOL), "/state")).isEqualTo("REFUSED");
            assertThat(floor.machine().machined()).isEmpty();
            assertThat(floor.server().part(JournalVerification.class).verify())
                    .isInstanceOf(JournalVerdict.Intact.class);
            floor.scan(part(1));
            JsonNode again = floor.scan(TOOL);
            assertThat(text(again, "/state")).as(again.toString()).isIn("ACCEPTED", "COMPLETED");
        }
    }
}
