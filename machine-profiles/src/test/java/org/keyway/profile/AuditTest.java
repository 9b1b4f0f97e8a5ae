package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.Message;
import org.keyway.profile.ImportTerms.Sets;
import org.keyway.profile.audit.AuditQuestion;
import org.keyway.profile.audit.AuditQuestion.Of;
import org.keyway.profile.audit.AuditRecord;
import org.keyway.profile.audit.AuditVerdict;
import org.keyway.profile.audit.AuditVerdict.Anchor;
import org.keyway.profile.audit.Difference;
import org.keyway.profile.life.Change;
import org.keyway.profile.life.VersionRecord;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.HashChain;

/** Who changed what, when and why; and that nobody can change that afterwards without being found out. */
final class AuditTest {
    private static final Change ANN = new Change("Ann", "faster\n\"because\" 更快");
    private static final Change BOB = new Change("Bob", "looks right");

    private final LifeWorkshop workshop = new LifeWorkshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    private void releaseOne() {
        VersionRecord draft = LifeWorkshop.done(workshop.life().create(LifeWorkshop.set("S", 8000), ANN));
        VersionRecord submitted = LifeWorkshop.done(workshop.life().submit(LifeWorkshop.seen(draft), ANN));
        LifeWorkshop.done(workshop.life().release(LifeWorkshop.seen(submitted), BOB));
    }

    private List<String> history(Of of, String id) {
        return workshop.audit().history(new AuditQuestion(of, id, Optional.empty(), 100)).stream()
                .map(AuditTest::line)
                .toList();
    }

    private static String line(AuditRecord record) {
        return record.entry().kind() + " " + record.entry().id() + " "
                + record.entry().action() + " " + record.entry().by();
    }

    private AuditVerdict verify() {
        return workshop.audit().verify(Optional.empty());
    }

    private void tamper(String sql) {
        int rows = workshop.part(Database.class).jdbi().withHandle(handle -> handle.execute(sql));
        assertThat(rows).as(sql).isPositive();
    }

    @Test
    void theHistoryOfASetSaysWhoWhenAndWhy() {
        releaseOne();
        assertThat(history(Of.SET, "S"))
                .containsExactly(
                        "ParameterSet S RELEASED Bob", "ParameterSet S SUBMITTED Ann", "ParameterSet S CREATED Ann");
        AuditRecord created = workshop.audit()
                .history(new AuditQuestion(Of.SET, "S", Optional.empty(), 10))
                .get(2);
        assertThat(created.entry().reason()).isEqualTo(ANN.reason());
        assertThat(created.entry().at()).isEqualTo(LifeWorkshop.NOW);
        assertThat(created.entry().before()).isEmpty();
        assertThat(created.entry().after().orElseThrow()).hasSize(64);
    }

    @Test
    void theHistoryOfAProductHoldsItsOwnChangesAndThoseOfSetsThatNameIt() {
        releaseOne();
        assertThat(history(Of.PRODUCT, "CC-150"))
                .containsExactly(
                        "ParameterSet S RELEASED Bob",
                        "ParameterSet S SUBMITTED Ann",
                        "ParameterSet S CREATED Ann",
                        "Product CC-150 SAVED configuration");
        assertThat(history(Of.MACHINE, "HMC-01")).containsExactly("Machine HMC-01 SAVED configuration");
        assertThat(history(Of.MACHINE_PROFILE, "hmc")).containsExactly("MachineProfile hmc SAVED configuration");
        assertThat(history(Of.FAMILY, "CRANKCASE-150")).hasSize(1);
        assertThat(history(Of.STATION, "ST-10")).hasSize(1);
    }

    @Test
    void aSetThatNamesAMachineIsInTheMachinesHistory() {
        workshop.importFiles(
                "{kind: ParameterSet, id: M, scope: {machine: HMC-01}, values: {passes: 2}}", Sets.RELEASE);
        assertThat(history(Of.MACHINE, "HMC-01"))
                .containsExactly("ParameterSet M IMPORTED_AND_RELEASED Ida", "Machine HMC-01 SAVED configuration");
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeats() {
        releaseOne();
        List<Long> seen = new ArrayList<>();
        Optional<Long> before = Optional.empty();
        List<AuditRecord> page = workshop.audit().history(new AuditQuestion(Of.PRODUCT, "CC-150", before, 3));
        while (!page.isEmpty()) {
            page.forEach(record -> seen.add(record.seq()));
            before = Optional.of(page.get(page.size() - 1).seq());
            page = workshop.audit().history(new AuditQuestion(Of.PRODUCT, "CC-150", before, 3));
        }
        assertThat(seen).hasSize(4).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void anUntouchedAuditIsIntactAndHoldsAHeadThatWasKept() {
        AuditVerdict.Intact early = (AuditVerdict.Intact) verify();
        releaseOne();
        AuditVerdict.Intact late = (AuditVerdict.Intact) verify();
        assertThat(late.entries()).isEqualTo(early.entries() + 3);
        assertThat(workshop.audit().verify(Optional.of(new Anchor(early.entries(), early.head()))))
                .isEqualTo(late);
        assertThat(workshop.audit().verify(Optional.of(new Anchor(early.entries(), late.head()))))
                .isInstanceOf(AuditVerdict.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE change_log SET body = REPLACE(body, 'Bob', 'Ann') WHERE id = 'S'",
                "UPDATE change_log SET product = 'OTHER' WHERE id = 'S'",
                "UPDATE change_log SET version = 7 WHERE id = 'S'",
                "DELETE FROM change_log WHERE seq = 2",
                "DELETE FROM change_log WHERE seq = (SELECT MAX(seq) FROM change_log)",
                "UPDATE change_log SET seq = seq + 100 WHERE seq = (SELECT MAX(seq) FROM change_log)",
            })
    void aChangedMissingOrAddedEntryIsFound(String sql) {
        releaseOne();
        tamper(sql);
        assertThat(verify()).isInstanceOf(AuditVerdict.Broken.class);
    }

    @Test
    void aSetOrAThingThatWasChangedBesideTheAuditIsFound() {
        releaseOne();
        tamper("UPDATE parameter_set SET document = REPLACE(document, '8000', '9000') WHERE id = 'S'");
        assertThat(verify())
                .isEqualTo(new AuditVerdict.Differing("ParameterSet", "S v1", "its content is not what was kept last"));
        tamper("UPDATE parameter_set SET document = REPLACE(document, '9000', '8000') WHERE id = 'S'");
        assertThat(verify()).isInstanceOf(AuditVerdict.Intact.class);
        tamper("UPDATE parameter_set SET state = 'RETIRED' WHERE id = 'S'");
        assertThat(verify())
                .isEqualTo(new AuditVerdict.Differing("ParameterSet", "S v1", "its state is not what was kept last"));
        tamper("UPDATE parameter_set SET state = 'RELEASED' WHERE id = 'S'");
        tamper("UPDATE workshop_item SET document = REPLACE(document, '150 cc', '250 cc') WHERE id = 'CC-150'");
        assertThat(verify())
                .isEqualTo(new AuditVerdict.Differing("Product", "CC-150", "its content is not what was kept last"));
    }

    private AuditRecord last(Of of, String id) {
        return workshop.audit()
                .history(new AuditQuestion(of, id, Optional.empty(), 1))
                .get(0);
    }

    private static List<String> told(AuditRecord record, Function<Message, String> language) {
        assertThat(record.difference()).isInstanceOf(Difference.Told.class);
        return ((Difference.Told) record.difference())
                .fields().stream()
                        .map(field -> language.apply(field.sentence()))
                        .toList();
    }

    private static List<String> told(AuditRecord record) {
        return told(record, Message::en);
    }

    @Test
    void anEditSaysWhichValuesBecameWhich() {
        VersionRecord draft = LifeWorkshop.done(workshop.life().create(LifeWorkshop.set("S", 8000), ANN));
        VersionRecord edited =
                LifeWorkshop.done(workshop.life().edit(LifeWorkshop.seen(draft), LifeWorkshop.set("S", 9000), ANN));

        AuditRecord record = last(Of.SET, "S");
        assertThat(told(record)).containsExactly("values › spindleSpeed: 8000 → 9000");
        assertThat(told(record, Message::zh)).containsExactly("参数值 › spindleSpeed：8000 → 9000");
        LifeWorkshop.done(workshop.life().submit(LifeWorkshop.seen(edited), ANN));
        assertThat(told(last(Of.SET, "S"))).isEmpty();
    }

    @Test
    void aNewVersionIsComparedWithTheOneThatItWasMadeFrom() {
        releaseOne();
        workshop.importFiles(
                "{kind: ParameterSet, id: S, scope: {product: CC-150, machineClass: HMC},"
                        + " values: {spindleSpeed: {value: 7000, unit: r/min}, feedRate: 100}}",
                Sets.RELEASE);

        assertThat(told(last(Of.SET, "S")))
                .containsExactlyInAnyOrder("values › spindleSpeed: 8000 → 7000 r/min", "values › passes: 2 → none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PRODUCT | CC-150 | hardness: 95 | hardness: 96 | attributes › hardness: 95 → 96",
                "MACHINE | HMC-01 | PORT:48400 | PORT:48409 |"
                        + " endpoint › address: opc.tcp://127.0.0.1:48400 → opc.tcp://127.0.0.1:48409",
                "MACHINE_PROFILE | hmc | max: 12000 | max: 11000 | parameters › spindleSpeed › most: 12000 → 11000",
                "FAMILY | CRANKCASE-150 | en: Crankcase 150, | en: Crankcases, |"
                        + " name › English: Crankcase 150 → Crankcases",
                "STATION | ST-10 | en: Machining, | en: Milling, | name › English: Machining → Milling",
            })
    void aThingSaysWhichFieldsBecameWhich(Of of, String id, String before, String after, String sentence) {
        assertThat(TestWorkshop.FLOOR).contains(before);
        workshop.importFiles(TestWorkshop.FLOOR.replace(before, after), Sets.RELEASE);

        assertThat(told(last(of, id))).containsExactly(sentence);
    }

    @Test
    void entriesFromBeforeDocumentsWereKeptSaySo() {
        AuditRecord record = last(Of.PRODUCT, "CC-150");
        assertThat(told(record)).contains("family: CRANKCASE-150 (new)");
        asBefore();

        assertThat(last(Of.PRODUCT, "CC-150").difference()).isEqualTo(new Difference.NotKept());
        assertThat(verify()).isInstanceOf(AuditVerdict.Intact.class);

        workshop.importFiles(TestWorkshop.FLOOR.replace("hardness: 95", "hardness: 96"), Sets.RELEASE);
        assertThat(told(last(Of.PRODUCT, "CC-150"))).containsExactly("attributes › hardness: 95 → 96");
    }

    /** Makes the audit as it would be if no documents had been kept so far. */
    private void asBefore() {
        tamper("DELETE FROM thing_document");
        workshop.part(Database.class).jdbi().useHandle(handle -> {
            String hash = HashChain.BEGINNING;
            for (Map<String, Object> row : handle.createQuery("SELECT seq, body FROM change_log ORDER BY seq")
                    .mapToMap()
                    .list()) {
                String body = String.valueOf(row.get("body")).replace(",\"kept\":true", "");
                hash = HashChain.link(hash, row.get("seq") + "\n", body);
                handle.execute("UPDATE change_log SET body = ?, hash = ? WHERE seq = ?", body, hash, row.get("seq"));
            }
            handle.execute("UPDATE change_head SET hash = ?", hash);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE thing_document SET document = REPLACE(document, '8000', '8001')",
                "DELETE FROM thing_document WHERE document LIKE '%8000%'"
            })
    void aKeptDocumentThatWasChangedOrTakenOutIsFound(String sql) {
        releaseOne();
        long seq = ((AuditVerdict.Intact) verify()).entries() - 2;
        tamper(sql);

        assertThat(verify())
                .isEqualTo(new AuditVerdict.Broken(
                        seq, "a document that was kept with it is gone, or no longer fits its hash"));
        assertThat(last(Of.SET, "S").difference()).isEqualTo(new Difference.Damaged());
    }

    @Test
    void whatIsRefusedLeavesNoEntry() {
        AuditVerdict before = verify();
        workshop.life().create(LifeWorkshop.set("S", 99_999), ANN);
        workshop.importFiles("{kind: Product, id: P, family: NONE, name: P}", Sets.RELEASE);
        assertThat(verify()).isEqualTo(before);
    }
}
