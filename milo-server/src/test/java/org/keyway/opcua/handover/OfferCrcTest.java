package org.keyway.opcua.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyway.simulator.plc.HandoverProgram;
import org.keyway.simulator.plc.OfferImage;
import org.keyway.simulator.plc.PlcMemory;
import org.keyway.simulator.plc.PlcProgram;
import org.keyway.simulator.plc.PlcSettings;
import org.keyway.simulator.plc.PlcWork;

class OfferCrcTest {
    private static final long TEST_VECTOR = 0x1697EB3DL;

    static final Offer OFFER = new Offer(
            42,
            1,
            7,
            1234,
            "JO-2026-000042",
            "GEAR_A",
            "SN0001",
            "R-GEAR-A-OP20",
            "GEAR_A_OP20",
            List.of(new OfferParameter(1, 8000.0), new OfferParameter(2, 1250.5), new OfferParameter(10, 7.0)));

    @Test
    void theTestVectorOfTheProtocolHolds() {
        assertThat(OfferCrc.canonical(OFFER).remaining()).isEqualTo(158);
        assertThat(OfferCrc.of(OFFER)).isEqualTo(TEST_VECTOR);
    }

    @Test
    void thePlcComputesTheSame() {
        PlcSettings.Span any = new PlcSettings.Span(0, 1e6);
        PlcProgram plc =
                new HandoverProgram(PlcSettings.of(false, Map.of(1, any, 2, any, 10, any)), PlcMemory.NEW, PlcWork.NEW);
        OfferImage image = Wire.image(new GatewayBlock(2, Optional.of(OFFER), 0, 0, 0, 0), Wire.FIRST);

        plc.scan(image, 0);

        assertThat(plc.report().stageCrc()).isEqualTo(TEST_VECTOR);
    }

    @Test
    void everyPartOfAnOfferCounts() {
        List<Offer> others = List.of(
                OFFER.as(43),
                with(2, OFFER.programNo(), OFFER.programName(), OFFER.parameters()),
                with(1, 1235, OFFER.programName(), OFFER.parameters()),
                with(1, OFFER.programNo(), "GEAR_A_OP30", OFFER.parameters()),
                with(1, OFFER.programNo(), "", OFFER.parameters().subList(0, 2)),
                with(1, OFFER.programNo(), OFFER.programName(), nudged()));
        assertThat(others).extracting(OfferCrc::of).doesNotHaveDuplicates().doesNotContain(TEST_VECTOR);
    }

    private static List<OfferParameter> nudged() {
        return List.of(
                new OfferParameter(1, Math.nextUp(8000.0)), new OfferParameter(2, 1250.5), new OfferParameter(10, 7.0));
    }

    private static Offer with(long runs, long programNo, String programName, List<OfferParameter> parameters) {
        return new Offer(
                42,
                runs,
                7,
                programNo,
                OFFER.jobOrderId(),
                OFFER.productId(),
                OFFER.serialNumber(),
                OFFER.recipeId(),
                programName,
                parameters);
    }

    @Test
    void whatNothingWasHandedOverShowsNothing() {
        GatewayBlock block = GatewayBlock.of(HandoverState.NEW, Instant.EPOCH);
        assertThat(block.offer()).isEmpty();
        assertThat(block.commitSeq()).isZero();
        assertThat(block.withdrawSeq()).isZero();
    }
}
