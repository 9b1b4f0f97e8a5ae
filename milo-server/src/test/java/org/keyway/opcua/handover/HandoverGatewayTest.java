package org.keyway.opcua.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyway.opcua.handover.HandoverTerms.Level;
import org.keyway.opcua.handover.HandoverTerms.Verify;

class HandoverGatewayTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Offer OFFER = OfferCrcTest.OFFER.as(0);
    private static final Duration LIFE = Duration.ofMinutes(10);

    private HandoverGateway gateway = gateway(Level.FULL, Verify.CRC);
    private HandoverState state = HandoverState.NEW;
    private Optional<PlcReport> heard = Optional.empty();
    private final List<HandoverNotice> told = new ArrayList<>();

    private static HandoverGateway gateway(Level level, Verify verify) {
        return new HandoverGateway(new HandoverTerms(level, verify, LIFE, Duration.ofSeconds(10), 3));
    }

    private Optional<HandoverCode> step(HandoverStep step) {
        state = step.state();
        told.addAll(step.notices());
        return step.refusal();
    }

    private void hear(ReportBuilder report) {
        PlcReport next =
                report.ack(heard.map(PlcReport::ackCounter).orElse(0L) + 1).report();
        heard = Optional.of(next);
        step(gateway.reported(state, next, NOW));
    }

    private Optional<HandoverCode> offer() {
        return step(gateway.offer(state, OFFER, heard, true, NOW));
    }

    private Optional<HandoverCode> commit(boolean alive) {
        return step(gateway.commit(state, heard, alive, NOW));
    }

    private ReportBuilder staged(long stageNo) {
        return ReportBuilder.of(PlcState.STAGED)
                .staged(state.seq(), stageNo)
                .crc(OfferCrc.of(state.offer().orElseThrow()));
    }

    private void commitFirst() {
        hear(ReportBuilder.of(PlcState.IDLE));
        offer();
        hear(staged(1));
        assertThat(commit(true)).isEmpty();
        assertThat(state.phase()).isEqualTo(HandoverPhase.COMMITTED);
    }

    @Test
    void aJobGoesFromOfferToDone() {
        commitFirst();
        assertThat(GatewayBlock.of(state, NOW).commitSeq()).isEqualTo(1);
        assertThat(GatewayBlock.of(state, NOW).commitStageNo()).isEqualTo(1);

        hear(ReportBuilder.of(PlcState.ACTIVE).active(1).staged(0, 1));
        assertThat(state.accepted()).isEqualTo(OFFER.jobOrderId());
        hear(ReportBuilder.of(PlcState.RUNNING).active(1).staged(0, 1));
        assertThat(state.phase()).isEqualTo(HandoverPhase.RUNNING);
        hear(ReportBuilder.of(PlcState.DONE).done(1).staged(0, 1));

        assertThat(state.phase()).isEqualTo(HandoverPhase.NONE);
        assertThat(state.done()).isEqualTo(OFFER.jobOrderId());
        assertThat(told).containsExactly(HandoverNotice.TAKEN, HandoverNotice.DONE);
    }

    @Test
    void nothingIsOfferedToAMachineThatIsSilentOrBusy() {
        assertThat(offer()).contains(HandoverCode.NOT_ANSWERING);
        hear(ReportBuilder.of(PlcState.FAULT));
        assertThat(offer()).contains(HandoverCode.BUSY);
        hear(ReportBuilder.of(PlcState.IDLE));
        assertThat(step(gateway.offer(state, OFFER, heard, false, NOW))).contains(HandoverCode.NOT_ANSWERING);
        assertThat(offer()).isEmpty();
        assertThat(offer()).contains(HandoverCode.BUSY);
    }

    @Test
    void aFrozenHeartbeatIsNotCommittedTo() {
        hear(ReportBuilder.of(PlcState.IDLE));
        offer();
        hear(staged(1));
        assertThat(commit(false)).contains(HandoverCode.NOT_ANSWERING);
        assertThat(state.phase()).isEqualTo(HandoverPhase.OFFERED);
    }

    @Test
    void anEchoThatDiffersByOneBitIsTakenBackAndOfferedUnderANewSequence() {
        gateway = gateway(Level.FULL, Verify.ECHO);
        hear(ReportBuilder.of(PlcState.IDLE));
        offer();
        List<OfferParameter> nearly = new ArrayList<>(OFFER.parameters());
        nearly.set(0, new OfferParameter(1, Math.nextUp(8000.0)));

        hear(ReportBuilder.of(PlcState.STAGED).staged(1, 1).echo(nearly));
        assertThat(state.phase()).isEqualTo(HandoverPhase.WITHDRAWING);
        assertThat(commit(true)).contains(HandoverCode.NOT_STAGED);
        hear(ReportBuilder.of(PlcState.DROPPED).staged(0, 1));

        assertThat(state.phase()).isEqualTo(HandoverPhase.OFFERED);
        assertThat(state.seq()).isEqualTo(2);
        hear(ReportBuilder.of(PlcState.STAGED).staged(2, 2).echo(OFFER.parameters()));
        assertThat(commit(true)).isEmpty();
    }

    @Test
    void anOfferThatIsReadWronglyThreeTimesIsGivenUp() {
        hear(ReportBuilder.of(PlcState.IDLE));
        offer();
        for (int stageNo = 1; stageNo <= 3; stageNo++) {
            hear(ReportBuilder.of(PlcState.STAGED).staged(state.seq(), stageNo).crc(4711));
            hear(ReportBuilder.of(PlcState.DROPPED).staged(0, stageNo));
        }
        assertThat(state.phase()).isEqualTo(HandoverPhase.NONE);
        assertThat(state.nextSeq()).isEqualTo(4);
        assertThat(told).filteredOn(HandoverNotice.STAGE_MISMATCH::equals).hasSize(3);
    }

    @Test
    void anOfferExpiresAndIsGone() {
        hear(ReportBuilder.of(PlcState.IDLE));
        offer();
        assertThat(GatewayBlock.of(state, NOW).ttlMillis()).isEqualTo(LIFE.toMillis());
        step(gateway.look(state, heard, NOW.plus(LIFE)));
        assertThat(state.phase()).isEqualTo(HandoverPhase.NONE);
        assertThat(told).containsExactly(HandoverNotice.EXPIRED);
    }

    @Test
    void aCommittedOfferIsWithdrawnOnlyByThePlcsWord() {
        commitFirst();
        step(gateway.cancel(state, heard, NOW));
        assertThat(GatewayBlock.of(state, NOW))
                .extracting(GatewayBlock::commitSeq, GatewayBlock::withdrawSeq)
                .containsExactly(0L, 1L);

        hear(ReportBuilder.of(PlcState.IDLE).staged(0, 1));
        assertThat(state.phase()).isEqualTo(HandoverPhase.WITHDRAWING);
        assertThat(offer()).contains(HandoverCode.BUSY);
        hear(ReportBuilder.of(PlcState.DROPPED).staged(0, 1));
        assertThat(state.phase()).isEqualTo(HandoverPhase.NONE);
        assertThat(told).containsExactly(HandoverNotice.WITHDRAWN);
    }

    @Test
    void whatIsTakenBackTooLateIsTakenForWhatItIs() {
        commitFirst();
        step(gateway.look(state, heard, NOW.plusSeconds(10)));
        assertThat(state.phase()).isEqualTo(HandoverPhase.WITHDRAWING);
        hear(ReportBuilder.of(PlcState.RUNNING).active(1).staged(0, 1));
        assertThat(state.phase()).isEqualTo(HandoverPhase.RUNNING);
        assertThat(told)
                .containsExactly(HandoverNotice.NOT_ACTIVATED, HandoverNotice.ALREADY_STARTED, HandoverNotice.TAKEN);
        assertThat(step(gateway.cancel(state, heard, NOW))).contains(HandoverCode.ALREADY_STARTED);
    }

    @Test
    void aPlcThatRestartsAfterACommitIsAskedToDropIt() {
        commitFirst();
        hear(ReportBuilder.of(PlcState.IDLE).boot(2).staged(0, 1));
        assertThat(state.phase()).isEqualTo(HandoverPhase.WITHDRAWING);
        assertThat(told).containsExactly(HandoverNotice.PLC_RESTARTED);
    }

    @Test
    void aPlcThatRestartsKeepsAnOfferThatIsNotCommittedAndStagesItUnderAHigherNumber() {
        hear(ReportBuilder.of(PlcState.IDLE));
        offer();
        hear(staged(1));
        hear(ReportBuilder.of(PlcState.IDLE).boot(2).staged(0, 1));
        assertThat(state.phase()).isEqualTo(HandoverPhase.OFFERED);
        assertThat(commit(true)).contains(HandoverCode.NOT_STAGED);

        hear(staged(2).boot(2));
        assertThat(commit(true)).isEmpty();
        assertThat(state.commitStageNo()).isEqualTo(2);
        assertThat(told).containsExactly(HandoverNotice.PLC_RESTARTED);
    }

    @Test
    void aPlcThatRestartsWhileItMachinesIsInterruptedUntilItSaysWhatItHolds() {
        commitFirst();
        hear(ReportBuilder.of(PlcState.RUNNING).active(1).staged(0, 1));
        hear(ReportBuilder.of(PlcState.IDLE).boot(2).staged(0, 1));
        assertThat(state.phase()).isEqualTo(HandoverPhase.INTERRUPTED);
        assertThat(offer()).contains(HandoverCode.BUSY);
        hear(ReportBuilder.of(PlcState.HELD).boot(2).active(1).staged(0, 1));
        assertThat(state.phase()).isEqualTo(HandoverPhase.INTERRUPTED);
        hear(ReportBuilder.of(PlcState.RUNNING).boot(2).active(1).staged(0, 1));
        assertThat(state.phase()).isEqualTo(HandoverPhase.RUNNING);
        hear(ReportBuilder.of(PlcState.IDLE).boot(3).done(1).staged(0, 1));
        assertThat(state.phase()).isEqualTo(HandoverPhase.NONE);
        assertThat(state.done()).isEqualTo(OFFER.jobOrderId());
    }

    @Test
    void aPlcThatRestartsWhileItIsAskedToDropAnOfferIsAskedOn() {
        commitFirst();
        step(gateway.cancel(state, heard, NOW));
        hear(ReportBuilder.of(PlcState.IDLE).boot(2).staged(0, 1));
        assertThat(state.phase()).isEqualTo(HandoverPhase.WITHDRAWING);
        hear(ReportBuilder.of(PlcState.DROPPED).boot(2).staged(0, 1));
        assertThat(state.phase()).isEqualTo(HandoverPhase.NONE);
    }

    @Test
    void aPlcThatKnowsASequenceOfTheFutureStopsOffersUntilSomebodyHasLooked() {
        hear(ReportBuilder.of(PlcState.DONE).done(500));
        assertThat(told).containsExactly(HandoverNotice.FOREIGN_SEQUENCE);
        assertThat(offer()).contains(HandoverCode.BLOCKED);

        step(gateway.force(state, NOW));
        assertThat(offer()).isEmpty();
        assertThat(state.seq()).isEqualTo(501);
    }

    @Test
    void aPlcWhoseMemoryWasResetStopsOffers() {
        commitFirst();
        hear(ReportBuilder.of(PlcState.IDLE).staged(0, 0));
        assertThat(told).containsExactly(HandoverNotice.PLC_MEMORY_RESET);
        assertThat(state.phase()).isEqualTo(HandoverPhase.WITHDRAWING);
    }

    @Test
    void sequencesBeginAgainAfterTheLastAndSkipNought() {
        state = state.change().nextSeq(SequenceNumber.LAST).state();
        commitFirst();
        assertThat(state.seq()).isEqualTo(0xFFFF_FFFFL);
        hear(ReportBuilder.of(PlcState.DONE).done(SequenceNumber.LAST).staged(0, 1));
        offer();
        assertThat(state.seq()).isEqualTo(1);
        assertThat(told).doesNotContain(HandoverNotice.FOREIGN_SEQUENCE);
    }

    @Test
    void aPlcThatRunsWhatWasNotCommittedIsAFault() {
        hear(ReportBuilder.of(PlcState.IDLE));
        offer();
        hear(ReportBuilder.of(PlcState.ACTIVE).active(1));
        assertThat(state.phase()).isEqualTo(HandoverPhase.FAULTED);
        assertThat(GatewayBlock.of(state, NOW).offerState()).isEqualTo(5);
        assertThat(offer()).contains(HandoverCode.BLOCKED);

        step(gateway.force(state, NOW));
        hear(ReportBuilder.of(PlcState.RUNNING).active(1));
        assertThat(state.phase()).isEqualTo(HandoverPhase.FAULTED);
        hear(ReportBuilder.of(PlcState.IDLE));
        step(gateway.force(state, NOW));
        assertThat(offer()).isEmpty();
    }

    @Test
    void aRejectedOfferIsGone() {
        hear(ReportBuilder.of(PlcState.IDLE));
        offer();
        hear(ReportBuilder.of(PlcState.REJECTED).staged(1, 0).rejected(3, 10));
        assertThat(state.phase()).isEqualTo(HandoverPhase.NONE);
        assertThat(told).containsExactly(HandoverNotice.REJECTED);
    }

    @Test
    void atTheBasicLevelShowingIsCommitting() {
        gateway = gateway(Level.BASIC, Verify.CRC);
        hear(ReportBuilder.of(PlcState.IDLE));
        offer();
        assertThat(GatewayBlock.of(state, NOW).offer()).isEmpty();
        assertThat(commit(true)).isEmpty();
        assertThat(GatewayBlock.of(state, NOW).offer()).isPresent();

        hear(ReportBuilder.of(PlcState.IDLE).took(1));
        assertThat(state.accepted()).isEqualTo(OFFER.jobOrderId());
        assertThat(offer()).isEmpty(); // a basic PLC need not say that it has done the one before
        assertThat(state.seq()).isEqualTo(2);
    }
}
