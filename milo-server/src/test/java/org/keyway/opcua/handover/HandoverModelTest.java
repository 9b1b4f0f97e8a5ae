package org.keyway.opcua.handover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyway.opcua.handover.HandoverTerms.Level;
import org.keyway.opcua.handover.HandoverTerms.Verify;
import org.keyway.opcua.handover.World.Budget;

/**
 * Every order of events that a hand-over can meet, with the classes that run in production: two offers, crashes of either
 * side at every step, reads torn in any way, reports lost and repeated, cancellation and time running out at any moment.
 */
class HandoverModelTest {
    private static final Budget CRASHES = new Budget(2, 1, 1, 1, 0, 0);

    private static Search.Found failover(Level level, Mutant mutant) {
        HandoverModel model = new HandoverModel(level, Verify.CRC, false, mutant).withFailover();
        return new Search(model).run(World.start(new Budget(2, 1, 0, 1, 0, 0)));
    }

    private static Search.Found search(Level level, Verify verify, boolean tearing, Mutant mutant, Budget budget) {
        return new Search(new HandoverModel(level, verify, tearing, mutant)).run(World.start(budget));
    }

    @Test
    void noOrderOfEventsBreaksAnInvariantWhereThePlcChecksTheChecksum() {
        Search.Found found = search(Level.FULL, Verify.CRC, true, Mutant.NONE, CRASHES);
        assertThat(found.violation()).isEmpty();
        assertThat(found.worlds()).isGreaterThan(10_000);
    }

    @Test
    void norWhereThePlcWritesBackWhatItHolds() {
        Search.Found found = search(Level.FULL, Verify.ECHO, true, Mutant.NONE, new Budget(2, 1, 1, 0, 0, 0));
        assertThat(found.violation()).as(found.trace().toString()).isEmpty();
    }

    @Test
    void norAtTheBasicLevelWhereAReadIsWhole() {
        Search.Found found = search(Level.BASIC, Verify.CRC, false, Mutant.NONE, new Budget(2, 1, 1, 1, 1, 0));
        assertThat(found.violation()).isEmpty();
    }

    @Test
    void norWithReportsLostAndRepeated() {
        Search.Found found = search(Level.FULL, Verify.CRC, false, Mutant.NONE, new Budget(2, 1, 0, 1, 1, 1));
        assertThat(found.violation()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void norWhereAnotherGatewayTakesOverAndTheOneBeforeGoesOnShowingWhatItShowed(Level level) {
        Search.Found found = failover(level, Mutant.NONE);
        assertThat(found.violation()).as(found.trace().toString()).isEmpty();
    }

    @Test
    void aPlcThatListensToAGatewayThatWasFollowedMachinesWhatIsOver() {
        assertThat(failover(Level.BASIC, Mutant.EPOCH_NOT_CHECKED).invariant()).isIn("I2", "I3");
    }

    @Test
    void withoutTheStageNumberACommitFitsATornCopy() {
        Search.Found found = search(Level.FULL, Verify.ECHO, true, Mutant.NO_STAGE_NUMBER, CRASHES);
        assertThat(found.invariant()).isIn("I1", "I3");
    }

    @Test
    void withoutVerificationATornCopyIsCommitted() {
        Search.Found found = search(Level.FULL, Verify.ECHO, true, Mutant.NOT_VERIFIED, CRASHES);
        assertThat(found.invariant()).isEqualTo("I1");
    }

    @Test
    void aPlcThatForgetsWhatItDidMachinesAPartTwice() {
        Search.Found found = search(Level.FULL, Verify.CRC, false, Mutant.FORGETS_WHAT_IT_DID, CRASHES);
        assertThat(found.invariant()).isIn("I2", "I3");
    }

    @Test
    void aCommitShownBeforeItIsKeptIsMachinedWithoutBeingOnRecord() {
        Search.Found found = search(Level.FULL, Verify.CRC, false, Mutant.PUBLISHED_BEFORE_KEPT, CRASHES);
        assertThat(found.invariant()).isEqualTo("I4");
    }

    @Test
    void aWithdrawThatIsNotAwaitedIsToldAndMachined() {
        Search.Found found = search(Level.FULL, Verify.CRC, false, Mutant.WITHDRAW_NOT_AWAITED, CRASHES);
        assertThat(found.invariant()).isEqualTo("I3");
    }
}
