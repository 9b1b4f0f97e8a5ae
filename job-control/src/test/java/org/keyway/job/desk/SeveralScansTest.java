package org.keyway.job.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyway.job.desk.HoningStation.COLLECT;
import static org.keyway.job.desk.HoningStation.FIXTURE;
import static org.keyway.job.desk.HoningStation.OTHER_TOOL;
import static org.keyway.job.desk.HoningStation.TOOL;
import static org.keyway.job.desk.HoningStation.part;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.Message;
import org.keyway.identifier.ProductIdentity;
import org.keyway.job.Job;
import org.keyway.job.JobQuery;
import org.keyway.job.JobState;
import org.keyway.job.Jobs;
import org.keyway.job.JournalVerdict;
import org.keyway.job.Problem;
import org.keyway.job.ScanCollection;
import org.keyway.job.Submission;

final class SeveralScansTest {
    private static final Duration AFTER_THE_REPEAT_WINDOW = Duration.ofSeconds(6);

    private HoningStation station = new HoningStation(UUID.randomUUID().toString());

    @AfterEach
    void theJournalIsIntactAndTheStationCloses() {
        assertThat(station.journal()).isInstanceOf(JournalVerdict.Intact.class);
        station.close();
    }

    private static String awaited(Job job) {
        return job.awaited().map(ScanCollection.Role::id).orElse("nothing");
    }

    private static Problem refusal(Job job) {
        return job.collection().flatMap(ScanCollection::refused).orElseThrow();
    }

    private static Problem problem(Job job) {
        return job.problem().orElseThrow();
    }

    /** The strokes that the machine got last. */
    private Object strokes() {
        var machined = station.machine().machined();
        return machined.get(machined.size() - 1).getOrDefault("nsu=urn:cnc;s=Strokes", "none");
    }

    @Test
    void thePartAloneIsNotDeliveredAndTheAnswerTellsWhatIsNext() {
        Job job = station.scan(part(1));

        assertThat(job.state()).isEqualTo(JobState.IDENTIFIED);
        assertThat(awaited(job)).isEqualTo("tool");
        assertThat(station.machine().machined()).isEmpty();
        assertThat(station.onRecord(job)).isEqualTo(job);
    }

    @Test
    void allScansInOrderAreOneJobThatIsDelivered() {
        Job first = station.scan(part(1));
        Job second = station.scan(TOOL);
        Job done = station.scan(FIXTURE);

        assertThat(awaited(second)).isEqualTo("fixture");
        assertThat(done.id()).isEqualTo(first.id()).isEqualTo(second.id());
        assertThat(done.state()).isEqualTo(JobState.ACCEPTED);
        assertThat(done.identity())
                .map(ProductIdentity::attributes)
                .contains(Map.of("tool", "T-1203", "fixture", "FX"));
        assertThat(strokes()).isEqualTo(40);
        assertThat(station.onRecord(done).collection()).isEqualTo(done.collection());
    }

    @Test
    void anotherToolPicksTheOtherParameterSet() {
        station.scan(part(1));
        station.scan(OTHER_TOOL);

        assertThat(station.scan(FIXTURE).state()).isEqualTo(JobState.ACCEPTED);
        assertThat(strokes()).isEqualTo(55);
    }

    @Test
    void theMachineOfACompletedJobIsOnRecordSoThatACrashIsSettledThere() {
        station.scan(part(1));
        station.scan(TOOL);
        Job done = station.scan(FIXTURE);

        assertThat(station.part(Jobs.class).search(JobQuery.ofMachine("HON-01")))
                .extracting(Job::id)
                .containsExactly(done.id());
        assertThat(station.part(Jobs.class).machined("B-1", "S1", "HON-01", "OP30"))
                .isTrue();
    }

    @Test
    void aScanOfALaterRoleIsRefusedByTheNameOfTheOneThatIsDueAndLosesNothing() {
        Job begun = station.scan(part(1));

        Job refused = station.scan(FIXTURE);

        assertThat(refused.id()).isEqualTo(begun.id());
        assertThat(refusal(refused).code()).isEqualTo("KW-JOB-010");
        assertThat(refusal(refused).message()).isEqualTo(new Message("Scan honing tool first.", "请先扫描珩磨头。"));
        assertThat(awaited(refused)).isEqualTo("tool");
        assertThat(station.onRecord(refused)).isEqualTo(refused);
        assertThat(station.scan(TOOL).collection().flatMap(ScanCollection::refused))
                .isEmpty();
        assertThat(station.scan(FIXTURE).state()).isEqualTo(JobState.ACCEPTED);
    }

    @Test
    void aScanThatFitsNothingIsRefusedByName() {
        station.scan(part(1));

        Job refused = station.scan("]d201069012349999902112");

        assertThat(refusal(refused).code()).isEqualTo("KW-JOB-011");
        assertThat(refusal(refused).message().en()).contains("gtin:06901234999990", "Scan honing tool.");
        assertThat(awaited(refused)).isEqualTo("tool");
    }

    @Test
    void aDamagedLabelWithinACollectionIsRefusedByWhatIsWrongWithItself() {
        station.scan(part(1));

        Job refused = station.scan("]d2010690123400001721S1");

        assertThat(refusal(refused).code()).startsWith("KW-ID-");
        assertThat(awaited(refused)).isEqualTo("tool");
    }

    @Test
    void aToolBeforeAnyPartIsRefusedInAJobOfItsOwnAndWelcomeAfterwards() {
        Job refused = station.scan(TOOL);

        assertThat(refused.state()).isEqualTo(JobState.REFUSED);
        assertThat(problem(refused).message().en()).isEqualTo("Scan part first.");
        station.scan(part(1));
        assertThat(awaited(station.scan(TOOL))).isEqualTo("fixture");
    }

    @Test
    void aPartThatNobodyRegisteredIsRefusedAsSuch() {
        assertThat(problem(station.scan("]d201069012349999902112")).code()).isEqualTo("KW-JOB-001");
    }

    @Test
    void theSameLabelAgainIsTheSameScanHoweverLateAndUnderWhateverRequest() {
        Job begun = station.scan(part(1), "r-1");
        Job sameRequest = station.scan(part(1), "r-1");
        station.pass(AFTER_THE_REPEAT_WINDOW);
        Job late = station.scan(part(1), "r-2");
        Submission later = station.submit(part(1), Optional.empty());

        assertThat(sameRequest).isEqualTo(begun);
        assertThat(late).isEqualTo(begun);
        assertThat(later.repeated()).isTrue();
        assertThat(later.job()).isEqualTo(begun);
    }

    @Test
    void theLastLabelAgainIsTheDeliveredJob() {
        station.scan(part(1));
        station.scan(TOOL);
        Job done = station.scan(FIXTURE, "r-3");

        assertThat(station.scan(FIXTURE).id()).isEqualTo(done.id());
        assertThat(station.scan(part(1)).id()).isEqualTo(done.id());
        station.pass(AFTER_THE_REPEAT_WINDOW);
        assertThat(station.scan(FIXTURE, "r-3").id()).isEqualTo(done.id());
        assertThat(station.machine().machined()).hasSize(1);
    }

    @Test
    void theToolOfThePartBeforeServesTheNextPartAtOnce() {
        station.scan(part(1));
        station.scan(TOOL);
        Job first = station.scan(FIXTURE);
        station.scan(part(2));
        station.scan(TOOL);
        Job second = station.scan(FIXTURE);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.state()).isEqualTo(JobState.ACCEPTED);
        assertThat(station.machine().machined()).hasSize(2);
    }

    @Test
    void anotherPartTakesThePlaceOfTheOneThatWaits() {
        Job first = station.scan(part(1));
        station.scan(TOOL);

        Job second = station.scan(part(2));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(awaited(second)).isEqualTo("tool");
        Job replaced = station.onRecord(first);
        assertThat(replaced.state()).isEqualTo(JobState.CANCELLED);
        assertThat(problem(replaced).code()).isEqualTo("KW-JOB-013");
        assertThat(station.machine().machined()).isEmpty();
        assertThat(awaited(station.scan(part(1)))).isEqualTo("tool");
        assertThat(station.onRecord(second).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void aCollectionThatIsNotCompletedInTimeExpires() {
        Job begun = station.scan(part(1));
        station.pass(COLLECT.minusMillis(1));
        station.look();
        assertThat(station.onRecord(begun).state()).isEqualTo(JobState.IDENTIFIED);

        station.pass(Duration.ofMillis(1));
        station.look();

        Job expired = station.onRecord(begun);
        assertThat(expired.state()).isEqualTo(JobState.EXPIRED);
        assertThat(problem(expired).code()).isEqualTo("KW-JOB-012");
        assertThat(problem(expired).message().zh()).contains("工件");
        assertThat(awaited(expired)).isEqualTo("nothing");
    }

    @Test
    void aToolThatComesTooLateDoesNotFindThePartAnyMore() {
        Job begun = station.scan(part(1));
        station.pass(COLLECT);

        Job late = station.scan(TOOL);

        assertThat(station.onRecord(begun).state()).isEqualTo(JobState.EXPIRED);
        assertThat(late.id()).isNotEqualTo(begun.id());
        assertThat(late.state()).isEqualTo(JobState.REFUSED);
        assertThat(station.machine().machined()).isEmpty();
    }

    @Test
    void aCrashInTheMiddleEndsTheJobAtTheNextStart() {
        Job begun = station.scan(part(1), "r-1");
        station.scan(TOOL, "r-2");

        station = station.afterACrash();

        Job left = station.onRecord(begun);
        assertThat(left.state()).isEqualTo(JobState.FAILED);
        assertThat(problem(left).code()).isEqualTo("KW-JOB-014");
        assertThat(station.scan(FIXTURE).state()).isEqualTo(JobState.REFUSED);
        assertThat(station.machine().machined()).isEmpty();
        assertThat(station.part(Jobs.class).halfCollected()).isEmpty();
    }

    @Test
    void aRequestIsAnsweredWithItsJobAfterACrashWhicheverScanItWas() {
        station.scan(part(1), "r-1");
        station.scan(TOOL, "r-2");
        Job done = station.scan(FIXTURE, "r-3");

        station = station.afterACrash();

        assertThat(station.scan(TOOL, "r-2").id()).isEqualTo(done.id());
        assertThat(station.scan(FIXTURE, "r-3").id()).isEqualTo(done.id());
        assertThat(station.machine().machined()).isEmpty();
    }

    @Test
    void aPartThatWasMachinedIsRefusedWhenEverythingIsThere() {
        assertThat(station.scan(part(1)).state()).isEqualTo(JobState.IDENTIFIED);
        station.scan(TOOL);
        station.scan(FIXTURE);
        station.pass(AFTER_THE_REPEAT_WINDOW);
        station.scan(part(1));
        station.scan(TOOL);

        Job again = station.scan(FIXTURE);

        assertThat(again.state()).isEqualTo(JobState.REFUSED);
        assertThat(problem(again).code()).isEqualTo("KW-JOB-005");
    }
}
