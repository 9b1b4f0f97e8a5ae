package org.keyway.opcua.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.simulator.plc.BasicProgram;
import org.keyway.simulator.plc.HandoverProgram;
import org.keyway.simulator.plc.PlcMemory;
import org.keyway.simulator.plc.PlcProgram;
import org.keyway.simulator.plc.PlcSettings;
import org.keyway.simulator.plc.PlcSettings.Span;
import org.keyway.simulator.plc.PlcWork;

/** A PLC takes nothing from a gateway that another has followed, whatever it shows. */
class EpochTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final PlcSettings SETTINGS =
            PlcSettings.of(false, Map.of(1, new Span(0, 10_000), 2, new Span(0, 10_000), 10, new Span(0, 10_000)));

    private static PlcProgram program(boolean full, PlcMemory memory) {
        return full
                ? new HandoverProgram(SETTINGS, memory, PlcWork.NEW)
                : new BasicProgram(SETTINGS, memory, PlcWork.NEW);
    }

    private static GatewayBlock shown(HandoverPhase phase, long stageNo) {
        return GatewayBlock.of(
                HandoverState.NEW
                        .change()
                        .offer(OfferCrcTest.OFFER, 1, NOW.plusSeconds(600))
                        .commit(stageNo)
                        .phase(phase, NOW)
                        .state(),
                NOW);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOfferOfALesserEpochIsNotTakenAlsoAfterALossOfPower(boolean full) {
        PlcProgram plc = program(full, PlcMemory.NEW);
        plc.scan(Wire.image(GatewayBlock.of(HandoverState.NEW, NOW), 7), 0);
        plc = program(full, plc.memory());
        plc.powerUp();

        plc.scan(Wire.image(shown(HandoverPhase.COMMITTED, 0), 6), 0);
        assertThat(plc.report().state()).isEqualTo(PlcProgram.IDLE);

        plc.scan(Wire.image(shown(HandoverPhase.COMMITTED, 0), 8), 0);
        assertThat(plc.report().state()).isEqualTo(full ? PlcProgram.STAGED : PlcProgram.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void aCommitCountsOnlyFromTheGatewayInCharge(long epoch) {
        PlcProgram plc = program(true, PlcMemory.NEW);
        plc.scan(Wire.image(shown(HandoverPhase.OFFERED, 0), 7), 0);
        assertThat(plc.report().state()).isEqualTo(PlcProgram.STAGED);

        plc.scan(Wire.image(shown(HandoverPhase.COMMITTED, 1), epoch), 0);
        assertThat(plc.report().activeSeq()).isEqualTo(epoch == 7 ? 1 : 0);
    }
}
