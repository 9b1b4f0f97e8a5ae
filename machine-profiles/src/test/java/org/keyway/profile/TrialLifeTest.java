package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.keyway.profile.ReleasedSet.Canary;
import org.keyway.profile.life.LifeState;
import org.keyway.profile.life.VersionRecord;

/** A version that counts for the first parts of one machine. */
final class TrialLifeTest extends LifeOfASet {
    @Test
    void aTrialCountsOnItsMachineAloneUntilItIsPromoted() {
        released(8000);
        VersionRecord submitted = submitted(9000);
        VersionRecord trial = done(life().startTrial(LifeWorkshop.seen(submitted), new Canary("HMC-01", 3), BOB));
        assertThat(workshop.speedOn("HMC-01")).contains("9000");
        assertThat(workshop.speedOn("HMC-02")).contains("8000");
        done(life().promote(LifeWorkshop.seen(trial), BOB));
        assertThat(workshop.speedOn("HMC-02")).contains("9000");
        assertThat(workshop.states("S")).containsExactly(LifeState.RELEASED, LifeState.RETIRED);
    }

    @Test
    void aTrialThatFailsIsRetiredAndItsContentStaysOnRecord() {
        released(8000);
        VersionRecord submitted = submitted(9000);
        VersionRecord trial = done(life().startTrial(LifeWorkshop.seen(submitted), new Canary("HMC-01", 3), BOB));
        VersionRecord ended = done(life().trialEnded(trial.name(), false, "bore out of tolerance"));
        assertThat(ended.state()).isEqualTo(LifeState.RETIRED);
        assertThat(ended.retired().orElseThrow().by()).isEqualTo("Bob");
        assertThat(ended.trial()).contains(new Canary("HMC-01", 3));
        assertThat(workshop.speedOn("HMC-01")).contains("8000");
        assertThat(codes(life().trialEnded(trial.name(), true, "late"))).containsExactly("KW-SET-004");
    }

    @Test
    void aTrialNeedsAMachineOfTheScopeAndSomeParts() {
        VersionRecord submitted = submitted(8000);
        assertThat(codes(life().startTrial(LifeWorkshop.seen(submitted), new Canary("HON-01", 0), BOB)))
                .containsExactly("KW-SET-010", "KW-SET-011");
    }
}
