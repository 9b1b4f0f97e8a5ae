package org.keyway.opcua.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyway.simulator.plc.BasicProgram;
import org.keyway.simulator.plc.HandoverProgram;
import org.keyway.simulator.plc.PlcMemory;
import org.keyway.simulator.plc.PlcProgram;
import org.keyway.simulator.plc.PlcSettings;
import org.keyway.simulator.plc.PlcSettings.Span;
import org.keyway.simulator.plc.PlcWork;

/** A server on a database restored from an older copy shows what it showed then, before it hears of the PLC. No part comes of it. */
class OlderCopyTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final PlcSettings SETTINGS =
            PlcSettings.of(false, Map.of(1, new Span(0, 10_000), 2, new Span(0, 10_000), 10, new Span(0, 10_000)));

    private static GatewayBlock shown(long seq, HandoverPhase phase, long stageNo) {
        HandoverDraft offered =
                HandoverState.NEW.change().nextSeq(seq).offer(OfferCrcTest.OFFER, 1, NOW.plusSeconds(60));
        return GatewayBlock.of(offered.commit(stageNo).phase(phase, NOW).state(), NOW);
    }

    private static void machines(PlcProgram plc, long seq, boolean full) {
        if (full) {
            plc.scan(Wire.image(shown(seq, HandoverPhase.OFFERED, 0), 7), 0);
        }
        plc.scan(
                Wire.image(
                        shown(seq, HandoverPhase.COMMITTED, full ? plc.memory().stageNo() : 0), 7),
                0);
        plc.startCycle();
        plc.endCycle(true);
        assertThat(plc.memory().lastDoneSeq()).isEqualTo(seq);
    }

    @ParameterizedTest
    @CsvSource({
        "true, OFFERED",
        "true, COMMITTED",
        "true, ACTIVE",
        "true, RUNNING",
        "false, COMMITTED",
        "false, ACTIVE",
        "false, RUNNING"
    })
    void whatWasMachinedLongAgoIsNotMachinedAgain(boolean full, HandoverPhase copied) {
        PlcProgram plc = full
                ? new HandoverProgram(SETTINGS, PlcMemory.NEW, PlcWork.NEW)
                : new BasicProgram(SETTINGS, PlcMemory.NEW, PlcWork.NEW);
        machines(plc, 1, full);
        machines(plc, 2, full);

        for (int scan = 0; scan < 3; scan++) {
            plc.scan(Wire.image(shown(1, copied, full ? 1 : 0), 8), 0);
            assertThat(plc.memory().activeSeq()).isZero();
        }
    }

    /** At the basic level an offer needs no commit, so one that was taken must not be found by a PLC that lost its memory. */
    @ParameterizedTest
    @EnumSource(names = {"ACTIVE", "RUNNING", "INTERRUPTED"})
    void atTheBasicLevelNothingIsShownThatWasTaken(HandoverPhase taken) {
        assertThat(shown(1, taken, 0).offer()).isEmpty();
        assertThat(shown(1, taken, 5).offer()).isPresent();
    }

    @Test
    void nothingIsOfferedWithoutValues() {
        GatewayBlock hidden = shown(1, HandoverPhase.COMMITTED, 0).withoutOffer();
        assertThat(hidden.offer()).isEmpty();
        assertThat(hidden.commitSeq()).isZero();
    }
}
