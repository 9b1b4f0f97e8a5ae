package org.keyway.opcua.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.PreparedDelivery;
import org.keyway.job.link.Setpoint;
import org.keyway.profile.Name;
import org.keyway.profile.Parameter;
import org.keyway.profile.ValueType;
import org.keyway.simulator.fault.Fault;
import org.keyway.simulator.fault.Fault.Kind;
import org.keyway.simulator.fault.Fault.Operation;

class UnfitDeviceTest {
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

    private LinkException refusalOf(List<Setpoint> setpoints) {
        return catchThrowableOfType(LinkException.class, () -> linked.link.prepare("JOB-1", setpoints));
    }

    private static Setpoint at(String node, ValueType type, Object value) {
        Parameter parameter = new Parameter(
                "speed",
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                node,
                Optional.empty(),
                new Name("Speed", "转速"));
        return new Setpoint(parameter, value);
    }

    @Test
    void aNodeThatIsMissingIsFoundBeforeAnythingIsWritten() {
        List<Setpoint> setpoints = new ArrayList<>(LinkedMachine.setpoints());
        setpoints.add(at(LinkedMachine.node("Stage/NotThere"), ValueType.DOUBLE, BigDecimal.ONE));

        LinkException refusal = refusalOf(setpoints);

        assertThat(refusal.kind()).isEqualTo(LinkException.Kind.INCOMPATIBLE);
        assertThat(refusal.code()).isEqualTo("KW-LINK-002");
        assertThat(linked.held("Stage/ValueDouble")).isEqualTo(0.0);
    }

    @Test
    void aNamespaceThatIsMissingIsNamed() {
        LinkException refusal =
                refusalOf(List.of(at("nsu=urn:other;s=Stage/ValueDouble", ValueType.DOUBLE, BigDecimal.ONE)));

        assertThat(refusal.code()).isEqualTo("KW-LINK-002");
        assertThat(refusal.facts()).containsEntry("node", "nsu=urn:other;s=Stage/ValueDouble");
    }

    @Test
    void aNodeThatNobodyMayWriteIsFoundBeforeAnythingIsWritten() {
        LinkException refusal =
                refusalOf(List.of(at(LinkedMachine.node("Actual/ValueDouble"), ValueType.DOUBLE, BigDecimal.ONE)));

        assertThat(refusal.code()).isEqualTo("KW-LINK-003");
        assertThat(refusal.kind()).isEqualTo(LinkException.Kind.INCOMPATIBLE);
    }

    @Test
    void aValueThatTheDevicesTypeWouldLoseIsRefused() {
        for (Setpoint lossy : List.of(
                at(LinkedMachine.node("Stage/ValueInt16"), ValueType.DOUBLE, new BigDecimal("40000")),
                at(LinkedMachine.node("Stage/ValueInt32"), ValueType.DOUBLE, new BigDecimal("1.5")),
                at(LinkedMachine.node("Stage/ValueUInt16"), ValueType.INT32, new BigDecimal("-1")),
                at(LinkedMachine.node("Stage/ValueFloat"), ValueType.DOUBLE, new BigDecimal("0.1")),
                at(LinkedMachine.node("Stage/ValueString"), ValueType.DOUBLE, BigDecimal.ONE),
                at(LinkedMachine.node("Stage/ValueDouble"), ValueType.STRING, "1"))) {
            LinkException refusal = refusalOf(List.of(lossy));

            assertThat(refusal.code()).isEqualTo("KW-LINK-004");
            assertThat(refusal.facts())
                    .containsKeys("parameter", "wanted", "found")
                    .containsEntry("parameter", "speed");
        }
    }

    @Test
    void aTextThatStandsForAnotherTypeIsRefused() {
        for (Setpoint other : List.of(
                at(LinkedMachine.node("Stage/ValueString"), ValueType.GUID, "0ae1b6f0-1c2d-4e5f-8a9b-000000000001"),
                at(LinkedMachine.node("Stage/ValueGuid"), ValueType.STRING, "0ae1b6f0-1c2d-4e5f-8a9b-000000000001"),
                at(LinkedMachine.node("Stage/ValueLocalizedText"), ValueType.STRING, "a"),
                at(LinkedMachine.node("Stage/ValueDateTime"), ValueType.NODE_ID, "i=1"))) {
            assertThat(refusalOf(List.of(other)).code()).isEqualTo("KW-LINK-004");
        }
    }

    @Test
    void anArrayForAScalarAndAScalarForAnArrayAreRefused() {
        Setpoint array = LinkedMachine.array(ValueType.DOUBLE, List.of(BigDecimal.ONE));
        Setpoint wrongNode = at(LinkedMachine.node("Stage/ValueDouble"), ValueType.DOUBLE, array.value());
        Setpoint single = at(LinkedMachine.node("Stage/ArrayDouble"), ValueType.DOUBLE, BigDecimal.ONE);

        assertThat(refusalOf(List.of(wrongNode)).code()).isEqualTo("KW-LINK-020");
        assertThat(refusalOf(List.of(single)).code()).isEqualTo("KW-LINK-020");
    }

    @Test
    void anArrayWithMoreElementsThanTheNodeTakesIsRefused() {
        LinkException refusal = refusalOf(List.of(LinkedMachine.array(ValueType.BOOLEAN, List.of(true, true, false))));

        assertThat(refusal.code()).isEqualTo("KW-LINK-021");
        assertThat(refusal.facts()).containsEntry("found", 2L).containsEntry("wanted", 3);
    }

    @Test
    void oneElementThatTheDevicesTypeWouldLoseRefusesTheArray() {
        Setpoint lossy = LinkedMachine.array(ValueType.INT16, List.of(BigDecimal.ONE, new BigDecimal("40000")));

        assertThat(refusalOf(List.of(lossy)).code()).isEqualTo("KW-LINK-004");
    }

    @Test
    void aNamespaceInAValueThatTheDeviceDoesNotKnowIsRefused() {
        LinkException refusal = refusalOf(
                List.of(at(LinkedMachine.node("Stage/ValueNodeId"), ValueType.NODE_ID, "nsu=urn:nowhere;s=Tool")));

        assertThat(refusal.code()).isEqualTo("KW-LINK-022");
        assertThat(refusal.facts()).containsEntry("wanted", "nsu=urn:nowhere;s=Tool");
    }

    @Test
    void aDeviceThatChangesATypeRefusesTheWriteAndIsAskedAnew() throws Exception {
        PreparedDelivery first = linked.link.prepare("JOB-1", LinkedMachine.setpoints());
        linked.machine.faults().arm(Fault.of(Kind.WRONG_TYPE, "Stage/ValueInt32"));

        LinkException rejection = catchThrowableOfType(LinkException.class, first::stage);
        LinkException unfit = refusalOf(LinkedMachine.setpoints());

        assertThat(rejection.kind()).isEqualTo(LinkException.Kind.REJECTED);
        assertThat(rejection.facts()).containsEntry("parameter", "valueInt32");
        assertThat(unfit.kind()).isEqualTo(LinkException.Kind.INCOMPATIBLE);
        linked.machine.faults().clear();
        assertThat(linked.link.prepare("JOB-2", LinkedMachine.setpoints()).values())
                .isNotEmpty();
    }

    @Test
    void oneRejectedNodeOfManyIsNamed() throws Exception {
        PreparedDelivery delivery = linked.link.prepare("JOB-1", LinkedMachine.setpoints());
        linked.machine
                .faults()
                .arm(Fault.of(Kind.REJECT_NODE, "Stage/ValueFloat").at(Operation.WRITE));

        LinkException rejection = catchThrowableOfType(LinkException.class, delivery::stage);

        assertThat(rejection.code()).isEqualTo("KW-LINK-006");
        assertThat(rejection.facts())
                .containsEntry("parameter", "valueFloat")
                .containsEntry("status", "Bad_OutOfRange");
    }
}
