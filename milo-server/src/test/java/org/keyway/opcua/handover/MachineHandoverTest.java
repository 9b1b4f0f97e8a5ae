package org.keyway.opcua.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyway.job.Problem;
import org.keyway.job.link.MachineStatus;
import org.keyway.opcua.handover.HandoverTerms.Level;
import org.keyway.opcua.handover.HandoverTerms.Verify;

/** What is told of a hand-over, as events and in the machine's status. */
class MachineHandoverTest {
    private static final HandoverTerms TERMS =
            new HandoverTerms(Level.FULL, Verify.CRC, Duration.ofMinutes(10), Duration.ofSeconds(10), 3);

    private final HandClock clock = new HandClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final List<String> events = new ArrayList<>();
    private final MachineHandover handover = new MachineHandover("NR-01", TERMS, new KeptHandovers(), clock);
    private long ack;

    @BeforeEach
    void aPlcIsThere() {
        handover.attach(new Told());
        handover.serve(TERMS, new Silent());
        hear(ReportBuilder.of(PlcState.IDLE));
    }

    private void hear(ReportBuilder report) {
        ack++;
        handover.heartbeat();
        handover.report(report.ack(ack).report());
    }

    private Optional<String> trouble() {
        return handover.status().trouble().map(Problem::code);
    }

    private void offer() {
        assertThat(handover.offer(OfferCrcTest.OFFER).refusal()).isEmpty();
    }

    private ReportBuilder staged() {
        Offer offer = handover.state().offer().orElseThrow();
        return ReportBuilder.of(PlcState.STAGED).staged(offer.seq(), 1).crc(OfferCrc.of(offer));
    }

    @Test
    void anOfferThatNobodyStagesIsToldOnceAndStays() {
        offer();
        clock.pass(HandoverWatch.STAGING);
        handover.beat(true);
        handover.beat(true);
        assertThat(events).containsExactly("begins NOT_STAGED_YET");
        assertThat(trouble()).contains("KW-HAND-015");
        assertThat(handover.state().phase()).isEqualTo(HandoverPhase.OFFERED);

        hear(staged());
        assertThat(events).containsExactly("begins NOT_STAGED_YET", "over NOT_STAGED_YET");
        assertThat(trouble()).isEmpty();
        assertThat(handover.commit().refusal()).isEmpty();
    }

    @Test
    void activeValuesThatArrivedAndThenChangedAreToldUntilTheyAreRightAgain() {
        offer();
        long right = OfferCrc.of(handover.state().offer().orElseThrow());
        hear(staged());
        handover.commit();
        hear(ReportBuilder.of(PlcState.ACTIVE).active(1).staged(0, 1).crc(right));
        assertThat(events).isEmpty();

        hear(ReportBuilder.of(PlcState.RUNNING).active(1).staged(0, 1).crc(4711));
        assertThat(events).containsExactly("begins DRIFTED");
        assertThat(trouble()).contains("KW-HAND-016");
        hear(ReportBuilder.of(PlcState.RUNNING).active(1).staged(0, 1).crc(right));
        assertThat(events).containsExactly("begins DRIFTED", "over DRIFTED");
        assertThat(trouble()).isEmpty();
    }

    @Test
    void aPlcThatRunsWhatWasNotCommittedIsAFaultAndAnEvent() {
        offer();
        hear(ReportBuilder.of(PlcState.ACTIVE).active(1));
        assertThat(handover.state().phase()).isEqualTo(HandoverPhase.FAULTED);
        assertThat(events).containsExactly("alarm UNCOMMITTED 1");
        assertThat(trouble()).contains("KW-HAND-032");
    }

    @Test
    void aSequenceOfTheFutureIsAnEventAndATroubleUntilItIsAcknowledged() {
        hear(ReportBuilder.of(PlcState.DONE).done(500));
        assertThat(events).containsExactly("alarm FOREIGN_SEQUENCE 0");
        assertThat(trouble()).contains("KW-HAND-030");

        handover.force();
        assertThat(trouble()).isEmpty();
        offer();
        assertThat(handover.state().seq()).isEqualTo(501);
    }

    @Test
    void aStageNumberThatGoesBackwardsIsAnEvent() {
        hear(ReportBuilder.of(PlcState.IDLE).staged(0, 9));
        hear(ReportBuilder.of(PlcState.IDLE).staged(0, 8));
        assertThat(events).containsExactly("alarm PLC_MEMORY_RESET 0");
        assertThat(handover.obstacle()).contains(HandoverCode.BLOCKED);
    }

    private final class Told implements HandoverBoard {
        @Override
        public void show(GatewayBlock block, long epoch) {
            // Looked at elsewhere.
        }

        @Override
        public void beat(long heartbeat, long ttlMillis) {
            // Looked at elsewhere.
        }

        @Override
        public void alarm(HandoverCode code, HandoverState before, Optional<PlcReport> heard) {
            events.add("alarm " + code + " " + before.seq());
        }

        @Override
        public void concern(HandoverWatch.Concern concern, HandoverState state, boolean begins) {
            events.add((begins ? "begins " : "over ") + concern.notice());
        }
    }

    private static final class Silent implements HandoverListener {
        @Override
        public void statusChanged(MachineStatus status) {
            // Asked for where it matters.
        }

        @Override
        public void taken(String job) {
            // Looked at elsewhere.
        }

        @Override
        public void done(String job) {
            // Looked at elsewhere.
        }
    }
}
