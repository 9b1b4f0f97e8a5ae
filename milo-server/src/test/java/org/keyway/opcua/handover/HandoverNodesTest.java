package org.keyway.opcua.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.link.PreparedDelivery;
import org.keyway.opcua.model.KeywayTypes;
import org.keyway.opcua.server.HeardEvents;
import org.keyway.profile.HandoverSettings.Encoding;
import org.keyway.profile.HandoverSettings.Level;
import org.keyway.profile.HandoverSettings.Verify;

/** The hand-over as any client sees it, and what a PLC whose program is wrong can do to it: nothing bad. */
final class HandoverNodesTest {
    private static final Object[] VALUES = {new BigDecimal("42.5"), new BigDecimal(8), true, "TIGHTEN"};
    private static final int IDLE = 0;
    private static final int ACTIVE = 3;
    private static final long READ = 1;
    private static final long WRITE = 1 << 1;
    private static final long WRITE_FULL_ARRAY = 1 << 10;
    private static final long NON_VOLATILE = 1 << 12;

    @TempDir
    Path pki;

    private final HandClock clock = new HandClock(Instant.parse("2026-01-01T00:00:00Z"));
    private HandedFloor floor;
    private RawPlc plc;

    @BeforeEach
    void start() throws Exception {
        floor = new HandedFloor(
                pki, HandedFloor.settings(Level.FULL, Verify.CRC, Encoding.DOUBLE), Duration.ofSeconds(1), clock);
        plc = new RawPlc(floor.client());
        assertThat(plc.report(IDLE, 0)).allMatch(StatusCode::isGood);
        floor.awaitOnline();
    }

    @AfterEach
    void close() {
        floor.close();
    }

    private void offer() {
        assertThat(floor.handover().offer(OfferCrcTest.OFFER).refusal()).isEmpty();
    }

    @Test
    void anOfferStandsInTheNodesWithItsChecksum() throws Exception {
        offer();
        assertThat(plc.read("OfferSeqBegin")).isEqualTo(UInteger.valueOf(1));
        assertThat(plc.read("OfferSeqEnd")).isEqualTo(UInteger.valueOf(1));
        assertThat(plc.read("OfferState")).isEqualTo(2);
        assertThat(plc.read("OfferCrc")).isEqualTo(UInteger.valueOf(OfferCrc.of(OfferCrcTest.OFFER.as(1))));
        assertThat(((UShort[]) plc.read("ParamNo"))).hasSize(64).startsWith(UShort.valueOf(1), UShort.valueOf(2));
        assertThat(((Double[]) plc.read("ParamValue"))).hasSize(64).startsWith(8000.0, 1250.5, 7.0, 0.0);
        assertThat(plc.write("OfferSeqBegin", UInteger.valueOf(7)).isBad()).isTrue();

        floor.handover().cancel();
        assertThat(plc.read("OfferSeqBegin")).isEqualTo(UInteger.valueOf(0));
        assertThat(plc.read("JobOrderId")).isEqualTo("");
    }

    @Test
    void whatIsPromisedOfANodeStandsInItsAccessLevel() throws Exception {
        assertThat(plc.access("OfferSeqEnd")).isEqualTo(READ | NON_VOLATILE);
        assertThat(plc.access("ParamValue")).isEqualTo(READ | NON_VOLATILE | WRITE_FULL_ARRAY);
        assertThat(plc.access("GatewayHeartbeat")).isEqualTo(READ);
        assertThat(plc.access("AckCounter")).isEqualTo(READ | WRITE);
        assertThat(plc.access("EchoValue")).isEqualTo(READ | WRITE | WRITE_FULL_ARRAY);
    }

    @Test
    void anArrayIsWrittenWholeOrNotAtAll() throws Exception {
        assertThat(plc.writePart("EchoValue", "3", new Double[] {1.5}).value())
                .isEqualTo(StatusCodes.Bad_WriteNotSupported);
        assertThat((Double[]) plc.read("EchoValue")).containsOnly(0.0);
    }

    @Test
    void aPlcThatRunsWhatWasNotCommittedIsAFaultAndTheMachineGetsNothingMore() throws Exception {
        HeardEvents events = new HeardEvents(
                floor.client(),
                new NodeId(8, HandedFloor.MACHINE),
                KeywayTypes.HANDOVER_EVENT,
                "EventType",
                "SourceNode",
                "Message",
                ":Code",
                ":OfferSeq",
                ":JobOrderId");
        offer();
        plc.report(ACTIVE, 1);
        floor.awaitPhase(HandoverPhase.FAULTED);
        await().untilAsserted(() -> assertThat(events.all("Code")).containsExactly("KW-HAND-032"));
        assertThat(events.all("EventType")).containsExactly(new NodeId(7, KeywayTypes.HANDOVER_EVENT));
        assertThat(events.all("SourceNode")).containsExactly(new NodeId(8, HandedFloor.MACHINE));
        assertThat(events.all("OfferSeq")).containsExactly(UInteger.valueOf(1));
        assertThat(events.all("JobOrderId")).containsExactly(OfferCrcTest.OFFER.jobOrderId());
        assertThat(((LocalizedText) events.all("Message").get(0)).text()).contains("runs a job that was not released");
        assertThat(plc.read("OfferState")).isEqualTo(5);
        assertThat(plc.read("WithdrawSeq")).isEqualTo(UInteger.valueOf(1));
        assertThatThrownBy(() -> floor.prepared("JOB-2", VALUES)).hasMessageContaining("KW-HAND-003");
        assertThatThrownBy(() -> floor.link().withdraw()).hasMessageContaining("KW-HAND-032");
    }

    @Test
    void nothingIsCommittedToAPlcWhoseHeartbeatStandsStill() throws Exception {
        PreparedDelivery delivery = floor.prepared("JOB-1", VALUES);
        offer();
        clock.pass(Duration.ofSeconds(6));
        assertThatThrownBy(delivery::release).hasMessageContaining("KW-HAND-001");
        await().until(() -> !floor.link().status().online());
        assertThatThrownBy(() -> floor.prepared("JOB-2", VALUES)).hasMessageContaining("KW-HAND");
    }

    @Test
    void withdrawOfferNeverSaysDoneBeforeThePlcDid() throws Exception {
        offer();
        assertThat(code(plc.call("WithdrawOffer", UInteger.valueOf(1), "wrong part")))
                .isEqualTo(0);
        assertThat(code(plc.call("WithdrawOffer", UInteger.valueOf(1), "again")))
                .isEqualTo(0);
        assertThat(status(plc.call("WithdrawOffer", UInteger.valueOf(2), "never offered")))
                .isEqualTo(StatusCodes.Bad_InvalidArgument);
        assertThat(status(plc.call("WithdrawOffer", "1", "a text"))).isEqualTo(StatusCodes.Bad_InvalidArgument);
        assertThat(status(plc.call("WithdrawOffer", UInteger.valueOf(1)))).isEqualTo(StatusCodes.Bad_ArgumentsMissing);
    }

    @Test
    void aPlcCanReportByMethod() throws Exception {
        offer();
        CallMethodResult result = plc.call(
                "ReportState",
                UInteger.valueOf(99),
                UInteger.valueOf(1),
                UInteger.valueOf(1),
                UInteger.valueOf(OfferCrc.of(OfferCrcTest.OFFER.as(1))),
                UInteger.valueOf(0),
                new UShort[0],
                new Double[0],
                new Float[0],
                2,
                UInteger.valueOf(1),
                UInteger.valueOf(0),
                UInteger.valueOf(0),
                UShort.valueOf(0),
                UShort.valueOf(0),
                UInteger.valueOf(0),
                UInteger.valueOf(0),
                0,
                UInteger.valueOf(0),
                UInteger.valueOf(77));
        assertThat(code(result)).isEqualTo(0);
        await().until(() -> floor.handover().isStaged());
        assertThat(code(plc.call("ConfirmManual", UInteger.valueOf(1), "Li", "not at this level")))
                .isEqualTo(1);
        assertThat(code(plc.call("WithdrawOffer", UInteger.valueOf(1), "wrong part")))
                .isEqualTo(0);
    }

    @Test
    void theHeartbeatMovesAndTheEpochCountsStarts() throws Exception {
        Object before = plc.read("GatewayHeartbeat");
        await().until(() -> !plc.read("GatewayHeartbeat").equals(before));
        assertThat(plc.read("GatewayEpoch")).isEqualTo(UInteger.valueOf(1));
        floor.restartGateway();
        assertThat(new RawPlc(floor.client()).read("GatewayEpoch")).isEqualTo(UInteger.valueOf(2));
    }

    private static Object code(CallMethodResult result) {
        Variant[] outputs = result.getOutputArguments();
        assertThat(outputs).hasSize(1);
        Object value = outputs == null ? "" : outputs[0].value();
        return value == null ? "" : value;
    }

    private static long status(CallMethodResult result) {
        return result.getStatusCode().value();
    }
}
