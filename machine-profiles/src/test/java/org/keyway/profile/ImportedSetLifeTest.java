package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.profile.ImportTerms.Sets;
import org.keyway.profile.WorkshopImporter.Outcome.Imported;
import org.keyway.profile.WorkshopImporter.Outcome.Refused;
import org.keyway.profile.audit.AuditQuestion;
import org.keyway.profile.audit.ChangeAction;
import org.keyway.profile.life.Change;
import org.keyway.profile.life.LifeState;
import org.keyway.profile.life.VersionRecord;

/** Sets from files among those of people. */
final class ImportedSetLifeTest {
    private static final Change ANN = new Change("Ann", "faster");
    private static final Change BOB = new Change("Bob", "looks right");

    private final LifeWorkshop workshop = new LifeWorkshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    private static String file(int speed) {
        return """
                kind: ParameterSet
                id: S
                scope: {product: CC-150, machineClass: HMC}
                values: {spindleSpeed: %d, feedRate: 100, passes: 2}
                """.formatted(speed);
    }

    private VersionRecord draft(int speed) {
        return LifeWorkshop.done(workshop.life().create(LifeWorkshop.set("S", speed), ANN));
    }

    private VersionRecord release(VersionRecord draft) {
        VersionRecord submitted = LifeWorkshop.done(workshop.life().submit(LifeWorkshop.seen(draft), ANN));
        return LifeWorkshop.done(workshop.life().release(LifeWorkshop.seen(submitted), BOB));
    }

    @Test
    void aStartNeverUndoesWhatPeopleReleasedSince() {
        workshop.importConfigured(file(8000));
        assertThat(workshop.speed()).contains("8000");
        release(draft(9000));

        assertThat(workshop.importConfigured(file(8000))).isEqualTo(new Imported(0, 0));
        assertThat(workshop.speed()).contains("9000");

        release(draft(9500));
        assertThat(workshop.importConfigured(file(9000))).isEqualTo(new Imported(0, 0));
        assertThat(workshop.speed()).contains("9500");

        assertThat(workshop.importConfigured(file(7000))).isEqualTo(new Imported(1, 1));
        assertThat(workshop.speed()).contains("7000");
    }

    @Test
    void aStartBringsBackNothingThatWasRetiredOrDiscarded() {
        workshop.importConfigured(file(8000));
        VersionRecord released = workshop.versions().versions("S").get(0);
        LifeWorkshop.done(workshop.life().retire(LifeWorkshop.seen(released), BOB));
        assertThat(workshop.importConfigured(file(8000))).isEqualTo(new Imported(0, 0));
        assertThat(workshop.speed()).isEmpty();

        LifeWorkshop.done(workshop.life().discard(LifeWorkshop.seen(draft(9000)), ANN));
        assertThat(workshop.importConfigured(file(9000))).isEqualTo(new Imported(0, 0));
        assertThat(workshop.states("S")).containsExactly(LifeState.DISCARDED, LifeState.RETIRED);
    }

    @Test
    void whoeverAsksForAReleaseOfAnOlderContentGetsIt() {
        workshop.importConfigured(file(8000));
        release(draft(9000));
        assertThat(workshop.importFiles(file(8000), Sets.RELEASE)).isEqualTo(new Imported(1, 1));
        assertThat(workshop.speed()).contains("8000");
        assertThat(workshop.states("S")).containsExactly(LifeState.RELEASED, LifeState.RETIRED, LifeState.RETIRED);
    }

    @Test
    void anImportedDraftIsReplacedByTheNextFileAndReleasedByAnImportWithRelease() {
        workshop.importFiles(file(8000), Sets.DRAFT);
        assertThat(workshop.speed()).isEmpty();
        workshop.importFiles(file(8100), Sets.DRAFT);
        assertThat(workshop.importFiles(file(8100), Sets.DRAFT)).isEqualTo(new Imported(0, 0));
        assertThat(workshop.states("S")).containsExactly(LifeState.DRAFT);
        workshop.importFiles(file(8100), Sets.RELEASE);
        assertThat(workshop.states("S")).containsExactly(LifeState.RELEASED);
        assertThat(workshop.speed()).contains("8100");
    }

    @Test
    void anImportWithoutReleaseLeavesADraftOfAPersonAndSaysWhose() {
        VersionRecord draft = draft(9000);
        WorkshopImporter.Outcome outcome =
                workshop.importFiles("{kind: ProductFamily, id: NEW, name: New}\n---\n" + file(8000), Sets.DRAFT);
        assertThat(((Refused) outcome).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("KW-SET-014");
            assertThat(problem.file()).isEqualTo("floor.yaml");
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.message().en()).contains("S v1", "Ann");
        });
        assertThat(workshop.version(draft)).isEqualTo(draft);
        assertThat(workshop.part(WorkshopSource.class).current().family("NEW")).isEmpty();
        assertThat(workshop.part(org.keyway.profile.store.WorkshopStore.class)
                        .things()
                        .families())
                .extracting(ProductFamily::id)
                .doesNotContain("NEW");
    }

    @Test
    void anImportedDraftThatSomebodyEditedIsHisAndAReleaseGoesBesideIt() {
        workshop.importFiles(file(8000), Sets.DRAFT);
        VersionRecord imported = workshop.versions().versions("S").get(0);
        LifeWorkshop.done(workshop.life().edit(LifeWorkshop.seen(imported), LifeWorkshop.set("S", 8200), ANN));
        assertThat(workshop.importFiles(file(8300), Sets.DRAFT)).isInstanceOf(Refused.class);
        assertThat(workshop.importFiles(file(8300), Sets.RELEASE)).isEqualTo(new Imported(1, 1));
        assertThat(workshop.states("S")).containsExactly(LifeState.RELEASED, LifeState.DRAFT);
    }

    @Test
    void aReleaseByImportIsRecordedAsOneWithoutASecondPerson() {
        workshop.importFiles(file(8000), Sets.RELEASE);
        workshop.importFiles(file(9000), Sets.RELEASE);
        assertThat(workshop.audit()
                        .history(new AuditQuestion(AuditQuestion.Of.SET, "S", java.util.Optional.empty(), 10)))
                .extracting(record -> record.entry().action() + " v"
                        + record.entry().version() + " " + record.entry().by())
                .isEqualTo(List.of(
                        ChangeAction.IMPORTED_AND_RELEASED + " v2 Ida",
                        ChangeAction.REPLACED + " v1 Ida",
                        ChangeAction.IMPORTED_AND_RELEASED + " v1 Ida"));
    }
}
