package org.keyway.opcua.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ushort;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.link.DeviceValue;
import org.keyway.job.link.MachineStatus;
import org.keyway.job.link.NodeReading;
import org.keyway.job.link.Observation;
import org.keyway.job.link.PreparedDelivery;
import org.keyway.job.link.Setpoint;
import org.keyway.profile.StateNode;
import org.keyway.profile.ValueType;

class OpcUaMachineLinkTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path pki;

    @SuppressWarnings("NullAway.Init") // set before each
    private LinkedMachine linked;

    @BeforeEach
    void link() throws Exception {
        linked = new LinkedMachine(pki);
    }

    @AfterEach
    void unlink() {
        linked.close();
    }

    @Test
    void nodesAreReadAsTheyAreAndNothingIsWritten() throws Exception {
        PreparedDelivery delivery = linked.link.prepare("JOB-1", LinkedMachine.setpoints());
        delivery.stage();
        Object before = linked.held("Stage/ValueFloat");

        List<NodeReading> readings = linked.link.readNow(List.of(
                LinkedMachine.node("Stage/ValueFloat"),
                LinkedMachine.node("Stage/Nothing"),
                "nsu=urn:nobody;s=Value",
                LinkedMachine.node("Machine/State")));

        assertThat(readings)
                .extracting(NodeReading::status)
                .startsWith("Good", "Bad_NodeIdUnknown", "Bad_NodeIdUnknown");
        assertThat(readings.get(0).value()).contains(0.1f);
        assertThat(readings.get(1).value()).isEmpty();
        assertThat(readings.get(3).value()).contains("Idle");
        assertThat(linked.held("Stage/ValueFloat")).isEqualTo(before);
    }

    @Test
    void aMachineIsHeardOfWhileNothingIsAskedOfIt() {
        linked.awaitOnline();
        Instant first = linked.link.lastContact().orElseThrow();
        await().until(() -> linked.link.lastContact().orElseThrow().isAfter(first));
    }

    @Test
    void valuesOfEveryTypeArriveExactlyAndAreReadBackAsTheyWereWritten() throws Exception {
        PreparedDelivery delivery = linked.link.prepare("JOB-1", LinkedMachine.setpoints());

        delivery.invalidate();
        delivery.stage();

        assertThat(linked.held("Stage/ValueBoolean")).isEqualTo(true);
        assertThat(linked.held("Stage/ValueByte")).isEqualTo(ubyte(255));
        assertThat(linked.held("Stage/ValueUInt16")).isEqualTo(ushort(65535));
        assertThat(linked.held("Stage/ValueUInt32")).isEqualTo(uint(4294967295L));
        assertThat(linked.held("Stage/ValueInt64")).isEqualTo(9223372036854775807L);
        assertThat(linked.held("Stage/ValueFloat")).isEqualTo(0.1f);
        assertThat(linked.held("Stage/ValueDouble")).isEqualTo(52.003);
        assertThat(linked.held("Stage/ValueString")).isEqualTo("O1234 曲轴箱");
        List<Object> written =
                delivery.values().stream().map(value -> value.value()).toList();
        List<Object> found = delivery.observe().values().stream()
                .map(reading -> reading.value().orElseThrow())
                .toList();
        assertThat(found).isEqualTo(written);
    }

    @Test
    void arraysOfEveryTypeArriveAndAreReadBackAsTheyWereWritten() throws Exception {
        PreparedDelivery delivery = linked.link.prepare("JOB-1", LinkedMachine.arraySetpoints());

        delivery.stage();

        assertThat(linked.held("Stage/ArrayDouble")).isEqualTo(new Double[] {52.003, 52.003});
        assertThat(linked.held("Stage/ArrayByte")).isEqualTo(new UByte[] {ubyte(255), ubyte(255)});
        assertThat(delivery.values()).hasSize(ValueType.values().length - 1);
        List<Object> found = delivery.observe().values().stream()
                .map(reading -> reading.value().orElseThrow())
                .toList();
        assertThat(found)
                .isEqualTo(delivery.values().stream().map(DeviceValue::value).toList());
    }

    @Test
    void anEmptyArrayIsAValueToo() throws Exception {
        PreparedDelivery delivery =
                linked.link.prepare("JOB-1", List.of(LinkedMachine.array(ValueType.STRING, List.of())));

        delivery.stage();

        assertThat(delivery.observe().values().get(0).value()).contains(List.of());
    }

    @Test
    void nothingIsTakenUntilTheFlagIsSetAndThenAllOfIt() throws Exception {
        PreparedDelivery delivery = linked.link.prepare("JOB-1", LinkedMachine.setpoints());
        delivery.invalidate();
        delivery.stage();
        assertThat(linked.machine.machined()).isEmpty();

        delivery.release();

        await().until(() -> delivery.handshake().took("JOB-1"));
        assertThat(linked.machine.machined()).singleElement().satisfies(part -> {
            assertThat(part.jobId()).isEqualTo("JOB-1");
            assertThat(part.values()).containsEntry("ValueDouble", 52.003).containsEntry("ValueBoolean", true);
        });
    }

    @Test
    void oneObservationShowsFlagJobInterlocksAndValuesTogether() throws Exception {
        PreparedDelivery delivery = linked.link.prepare("JOB-1", LinkedMachine.setpoints());
        delivery.stage();

        Observation observation = delivery.observe();

        assertThat(observation.handshake().ready()).isFalse();
        assertThat(observation.handshake().jobId()).isEqualTo("JOB-1");
        assertThat(observation.interlocks()).extracting(NodeReading::value).containsExactly(Optional.of("Idle"));
        assertThat(observation.values()).hasSize(LinkedMachine.setpoints().size());
    }

    @Test
    void withdrawingClearsTheFlag() throws Exception {
        linked.machine.setState("Alarm");
        PreparedDelivery delivery = linked.link.prepare("JOB-1", LinkedMachine.setpoints());
        delivery.stage();
        delivery.release();
        assertThat(linked.held("Stage/JobReady")).isEqualTo(true);

        linked.link.withdraw();

        assertThat(linked.held("Stage/JobReady")).isEqualTo(false);
        assertThat(linked.link.handshake().ready()).isFalse();
    }

    @Test
    void theMachineTellsItsStateItsJobAndItsResults() throws Exception {
        await().until(() -> linked.link.status().state() == StateNode.State.READY);
        List<Setpoint> setpoints = LinkedMachine.setpoints();
        PreparedDelivery delivery = linked.link.prepare("JOB-1", setpoints);
        delivery.stage();

        delivery.release();

        await().until(() -> linked.accepted.contains("JOB-1") && linked.done.contains("JOB-1"));
        List<NodeReading> results = linked.link.readResults(
                List.of(LinkedMachine.result("Actual/Size"), LinkedMachine.result("Actual/Energy")));
        assertThat(results.get(0).value()).contains(62.003);
        assertThat(results.get(1).value().orElseThrow()).isInstanceOf(Double.class);
        linked.machine.setState("Alarm");
        await().until(() -> linked.link.status().text().equals("Alarm"));
        assertThat(linked.statuses).extracting(MachineStatus::online).doesNotContain(false);
    }
}
