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
    void aTrialNeedsAMachineThatTakesAllOfTheSet() {
        String dry =
                TestWorkshop.FLOOR.replace("- {name: coolant", "- {name: mist").replace("id: hmc\n", "id: dry\n");
        String moved = TestWorkshop.FLOOR
                .substring(TestWorkshop.FLOOR.indexOf("kind: Machine\nid: HMC-02"))
                .replaceFirst("profile: hmc", "profile: dry");
        workshop.importFiles(
                dry.substring(dry.indexOf("kind: MachineProfile"), dry.indexOf("kind: Machine\n")) + moved,
                ImportTerms.Sets.DRAFT);
        workshop.importFiles(
                "{kind: ParameterSet, id: S, scope: {product: CC-150, machineClass: HMC},"
                        + " values: {spindleSpeed: 3000, feedRate: 100, passes: 2, coolant: true}}",
                ImportTerms.Sets.DRAFT);
        VersionRecord draft = workshop.versions().versions("S").get(0);
        VersionRecord submitted = done(life().submit(LifeWorkshop.seen(draft), ANN));

        assertThat(codes(life().startTrial(LifeWorkshop.seen(submitted), new Canary("HMC-02", 3), BOB)))
                .containsExactly("KW-SET-015");
        done(life().startTrial(LifeWorkshop.seen(submitted), new Canary("HMC-01", 3), BOB));
    }

    @Test
    void aTrialNeedsAMachineOfTheScopeAndSomeParts() {
        VersionRecord submitted = submitted(8000);
        assertThat(codes(life().startTrial(LifeWorkshop.seen(submitted), new Canary("HON-01", 0), BOB)))
                .containsExactly("KW-SET-010", "KW-SET-011");
    }
}
