package org.keyway.opcua.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyway.opcua.handover.HandoverTerms.Level;
import org.keyway.opcua.handover.HandoverTerms.Verify;
import org.keyway.opcua.handover.HandoverWatch.Concern;

/** What somebody should look at. */
class HandoverWatchTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Offer OFFER = OfferCrcTest.OFFER.as(1);

    private static HandoverTerms terms(Verify verify) {
        return new HandoverTerms(
                Level.FULL, verify, Duration.ofMinutes(10), Duration.ofSeconds(10), 3, Map.of(2, "feed"));
    }

    private static HandoverState state(HandoverPhase phase) {
        return HandoverState.NEW
                .change()
                .offer(OFFER, 1, NOW.plusSeconds(600))
                .phase(phase, NOW)
                .state();
    }

    private static Optional<HandoverNotice> seen(HandoverState state, ReportBuilder report, long seconds) {
        return HandoverWatch.look(terms(Verify.CRC), state, Optional.of(report.report()), NOW.plusSeconds(seconds))
                .map(Concern::notice);
    }

    @Test
    void anOfferThatIsNotStagedFor30SecondsIsAConcernUntilItIs() {
        HandoverState offered = state(HandoverPhase.OFFERED);
        assertThat(seen(offered, ReportBuilder.of(PlcState.IDLE), 29)).isEmpty();
        assertThat(seen(offered, ReportBuilder.of(PlcState.IDLE), 30)).contains(HandoverNotice.NOT_STAGED_YET);
        assertThat(seen(offered, ReportBuilder.of(PlcState.STAGED).staged(1, 1), 30))
                .isEmpty();
    }

    @Test
    void aPlcThatDoesNotSayWhetherItDroppedAnOfferIsAConcern() {
        HandoverState withdrawing = state(HandoverPhase.WITHDRAWING);
        assertThat(seen(withdrawing, ReportBuilder.of(PlcState.IDLE), 9)).isEmpty();
        assertThat(seen(withdrawing, ReportBuilder.of(PlcState.IDLE), 10)).contains(HandoverNotice.NOT_CONFIRMED);
    }

    @Test
    void activeValuesThatDifferFromThoseHandedOverAreNamedWithWhatWasWantedAndFound() {
        List<OfferParameter> changed = new ArrayList<>(OFFER.parameters());
        changed.set(1, new OfferParameter(2, 1300.0));
        Optional<Concern> drift = HandoverWatch.look(
                terms(Verify.ECHO),
                state(HandoverPhase.RUNNING),
                Optional.of(ReportBuilder.of(PlcState.RUNNING)
                        .active(1)
                        .echo(changed)
                        .report()),
                NOW);
        assertThat(drift).map(Concern::notice).contains(HandoverNotice.DRIFTED);
        assertThat(drift.orElseThrow().facts())
                .containsEntry("parameter", "feed")
                .containsEntry("wanted", 1250.5)
                .containsEntry("found", 1300.0);
    }

    @Test
    void aChecksumOfActiveValuesThatIsAnotherIsADriftAndNoneIsNot() {
        HandoverState active = state(HandoverPhase.ACTIVE);
        ReportBuilder report = ReportBuilder.of(PlcState.ACTIVE).active(1);
        assertThat(seen(active, report.crc(0), 0)).isEmpty();
        assertThat(seen(active, report.crc(OfferCrc.of(OFFER)), 0)).isEmpty();
        assertThat(seen(active, report.crc(4711), 0)).contains(HandoverNotice.DRIFTED);
    }

    @Test
    void anAlarmStaysAConcernUntilItIsAcknowledged() {
        HandoverState alarmed = HandoverState.NEW
                .change()
                .alarm(Optional.of(HandoverNotice.FOREIGN_SEQUENCE))
                .state();
        assertThat(seen(alarmed, ReportBuilder.of(PlcState.IDLE), 0)).contains(HandoverNotice.FOREIGN_SEQUENCE);
    }
}
