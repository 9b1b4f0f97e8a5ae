package org.keyway.job.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyway.job.desk.TrialCell.bore;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.job.Job;
import org.keyway.job.JobState;
import org.keyway.profile.life.Change;
import org.keyway.profile.life.LifeState;
import org.keyway.profile.life.ParameterSetLife;

/** A version on trial is promoted or withdrawn by what its parts measure. */
final class TrialByResultTest {
    private TrialCell cell = TrialCell.measuring(UUID.randomUUID().toString());

    @AfterEach
    void close() {
        cell.close();
    }

    private LifeState state() {
        return cell.trial().state();
    }

    @Test
    void aTrialIsPromotedWhenAllItsPartsAreGood() {
        cell.startTrial(2);
        assertThat(bore(cell.make(1, 41))).isEqualTo(41);
        assertThat(bore(cell.scan("HON-02", 90))).isEqualTo(40);
        assertThat(state()).isEqualTo(LifeState.ON_TRIAL);

        cell.make(2, 43);
        cell.rest();

        assertThat(state()).isEqualTo(LifeState.RELEASED);
        assertThat(cell.trial().changed().by()).isEqualTo("Bob");
        assertThat(cell.trial().reason()).contains("KW-JOB-022").contains("2").contains("公差");
        assertThat(bore(cell.scan("HON-02", 91))).isEqualTo(41);
    }

    @Test
    void aTrialIsNotPromotedBeforeItsLastPartIsMeasured() {
        cell.startTrial(2);
        cell.scan(1);
        cell.make(2, 41);
        cell.rest();
        assertThat(state()).isEqualTo(LifeState.ON_TRIAL);
        assertThat(cell.comments()).isEmpty();
        assertThat(bore(cell.scan(3))).isEqualTo(40);
    }

    @Test
    void aTrialIsWithdrawnAtTheFirstPartOutOfTolerance() {
        cell.startTrial(5);
        cell.make(1, 41);
        Job bad = cell.make(2, 44);
        cell.rest();

        assertThat(state()).isEqualTo(LifeState.RETIRED);
        assertThat(cell.trial().reason())
                .contains("KW-JOB-020", bad.id(), "serial S2", "diameter", "44", "41", "± 2 mm");
        assertThat(bore(cell.scan(3))).isEqualTo(40);
    }

    @Test
    void aTrialIsWithdrawnWhenItsMachineDoesNotHoldTheValues() {
        cell.startTrial(5);
        cell.on(TrialCell.FIRST).distort(1);
        Job failed = cell.scan(1);
        cell.rest();

        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(state()).isEqualTo(LifeState.RETIRED);
        assertThat(cell.trial().reason()).contains("KW-JOB-021", failed.id(), "KW-DEL-001 bore");
    }

    @Test
    void aFailureThatIsNotOverAValueLeavesTheTrialAndGivesThePartBack() {
        cell.startTrial(1);
        cell.on(TrialCell.FIRST).refuse(true);
        assertThat(cell.scan(1).state()).isEqualTo(JobState.FAILED);
        cell.on(TrialCell.FIRST).refuse(false);
        assertThat(state()).isEqualTo(LifeState.ON_TRIAL);

        cell.make(2, 41);
        cell.rest();
        assertThat(state()).isEqualTo(LifeState.RELEASED);
    }

    @Test
    void aPartWhoseResultCouldNotBeReadLeavesTheTrialToPeople() {
        cell.startTrial(1);
        cell.make(1, Optional.empty());
        cell.rest();
        assertThat(state()).isEqualTo(LifeState.ON_TRIAL);
        assertThat(cell.comments()).singleElement().asString().startsWith("KW-JOB-023");
    }

    @Test
    void aTrialThatNothingMeasuresIsEndedByHandAndSaysSoOnce() {
        cell.close();
        cell = TrialCell.measuringNothing(UUID.randomUUID().toString());
        cell.startTrial(1);
        cell.make(1, Optional.empty());
        cell = cell.afterACrash();
        cell.rest();
        assertThat(state()).isEqualTo(LifeState.ON_TRIAL);
        assertThat(cell.comments()).hasSize(1);
        assertThat(bore(cell.scan(2))).isEqualTo(40);

        TrialCell.done(cell.part(ParameterSetLife.class)
                .promote(TrialCell.seen(cell.trial()), new Change("Cid", "looked at it")));
        assertThat(bore(cell.scan(3))).isEqualTo(41);
    }

    @Test
    void whatIsAgainstAPromotionIsSaidAndTheTrialStaysOpen() {
        cell.startTrial(1);
        cell.object();
        cell.make(1, 41);
        cell.rest();
        assertThat(state()).isEqualTo(LifeState.ON_TRIAL);
        assertThat(cell.comments()).singleElement().asString().contains("KW-JOB-024", "KW-TEST-003");
    }

    @Test
    void aCrashBetweenTheLastGoodResultAndThePromotionIsMadeUpFor() {
        cell.startTrial(1);
        cell.rest();
        cell.make(1, 41);
        assertThat(state()).isEqualTo(LifeState.ON_TRIAL);
        cell = cell.afterACrash();
        cell.rest();
        assertThat(state()).isEqualTo(LifeState.RELEASED);
    }

    @Test
    void aCrashBetweenABadResultAndTheWithdrawalIsMadeUpFor() {
        cell.startTrial(3);
        cell.rest();
        cell.make(1, 47);
        cell = cell.afterACrash();
        cell.rest();
        assertThat(state()).isEqualTo(LifeState.RETIRED);
    }

    @Test
    void aCrashBetweenAFailureOverAValueAndTheWithdrawalIsMadeUpFor() {
        cell.startTrial(3);
        cell.rest();
        cell.on(TrialCell.FIRST).distort(-1);
        cell.scan(1);
        assertThat(cell.taken(TrialCell.ON_TRIAL)).isZero();
        cell = cell.afterACrash();
        cell.rest();
        assertThat(state()).isEqualTo(LifeState.RETIRED);
    }
}
