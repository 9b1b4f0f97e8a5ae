package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.workshopfile.WorkshopText;

final class ImportTest {
    private final TestWorkshop workshop = new TestWorkshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    private List<ImportProblem> problems(String file) {
        WorkshopImporter.Outcome outcome = workshop.tryImport(file);
        assertThat(outcome).isInstanceOf(WorkshopImporter.Outcome.Refused.class);
        return ((WorkshopImporter.Outcome.Refused) outcome).problems();
    }

    /** Line 5 of every example here is wrong. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "KW-IMP-005 | spindelSpeed: 3",
                "KW-IMP-007 | identifiers: gtin",
                "KW-IMP-008 | id: AGAIN",
                "KW-IMP-009 | family: NONE",
                "KW-IMP-003 | attributes: &anchor {a: 1}",
                "KW-IMP-020 | family: ${NOBODY}",
                "KW-IMP-001 | identifiers: [1, 2"
            })
    void aProblemNamesItsFileAndLine(String code, String line) {
        List<ImportProblem> problems = problems("# a product\nkind: Product\nid: CC-150\n\n" + line + "\n");
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.file()).isEqualTo("floor.yaml");
            assertThat(problem.line()).isBetween(5, 6);
            assertThat(problem.message().en()).doesNotContain("{");
            assertThat(problem.message().zh()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "KW-IMP-013 | {product: CC-150} | {spindleSpeed: 99999}",
                "KW-IMP-015 | {product: CC-150} | {passes: 1.5}",
                "KW-IMP-015 | {product: CC-150} | {passes: many}",
                "KW-IMP-015 | {product: CC-150} | {program: a-name-that-is-too-long}",
                "KW-IMP-016 | {product: CC-150} | {spindelSpeed: 1000}",
                "KW-IMP-012 | {product: CC-150} | {spindleSpeed: {value: 3, unit: bar}}",
                "KW-IMP-011 | {product: CC-150} | {spindleSpeed: {value: 3, unit: furlong}}",
                "KW-IMP-017 | {product: CC-150} | {feedRate: {formula: 'spindleSpeed *'}}",
                "KW-IMP-017 | {product: CC-150} | {feedRate: {formula: 'nobody * 2.0'}}",
                "KW-IMP-017 | {product: CC-150} | {feedRate: {formula: 'spindleSpeed > 3.0'}}",
                "KW-IMP-036 | {product: CC-150} | {feedRate: {formula: 'spindleSpeed * 2'}, spindleSpeed: {formula: 'passes + feedRate'}}",
                "KW-IMP-036 | {product: CC-150} | {passes: {formula: 'passes + 1'}}",
                "KW-IMP-009 | {product: CC-999} | {passes: 1}",
                "KW-IMP-009 | {machineClass: LATHE} | {}",
                "KW-IMP-039 | {product: , machineClass: HMC} | {passes: 1}",
                "KW-IMP-039 | {product: CC-150, attributes: } | {passes: 1}",
                "KW-IMP-039 | {product: CC-150} | {passes: 1}, effective: {parts: }",
                "KW-IMP-007 | {product: CC-150} | {passes: 1}, effective: {from: 1969-12-31T23:59:59Z}",
                "KW-IMP-007 | {product: CC-150} | {passes: 1}, effective: {until: '+10000-01-01T00:00:00Z'}",
            })
    void aSetThatNoMachineCouldTakeIsRefused(String code, String scope, String values) {
        workshop.with(TestWorkshop.FLOOR);
        assertThat(problems("{kind: ParameterSet, id: S, scope: %s, values: %s}".formatted(scope, values)))
                .extracting(ImportProblem::code)
                .contains(code);
    }

    @Test
    void everyProblemIsReportedAtOnceAndNothingIsKept() {
        List<ImportProblem> problems = problems(TestWorkshop.FLOOR + """
                ---
                kind: Product
                id: CC-151
                family: NONE
                ---
                kind: Product
                id: CC-152
                family: CRANKCASE
                identifiers: ["gtin:06901234000016"]
                ---
                kind: ProductFamily
                id: LOOP
                parent: LOOP
                """);
        assertThat(problems).extracting(ImportProblem::code).containsExactly("KW-IMP-009", "KW-IMP-010", "KW-IMP-023");
        assertThat(workshop.current().products()).isEmpty();
        assertThat(workshop.store().content()).isEqualTo(WorkshopContent.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{key: 'gtin:06901234000016'}",
                "{key: 'part:OLD'}",
                "{key: 'part:OLD', from: '2026-06-30T23:59:59Z'}",
            })
    void aKeyMeansOneProductAtATime(String alias) {
        assertThat(problems(relabelled(alias))).extracting(ImportProblem::code).contains("KW-IMP-010");
    }

    @Test
    void aKeyThatPassesFromOneProductToAnotherIsFoundWithItsHistory() {
        workshop.with(relabelled("{key: 'part:OLD', from: '2026-07-01T00:00:00Z'}"));

        assertThat(workshop.registry().find("part:OLD")).isEmpty();
        assertThat(workshop.registry().aliases("part:OLD"))
                .extracting(alias -> alias.product().id())
                .containsExactlyInAnyOrder("CC-151", "CC-152");
    }

    private static String relabelled(String alias) {
        return TestWorkshop.FLOOR + """
                ---
                {kind: Product, id: CC-151, family: CRANKCASE, aliases: [{key: 'part:OLD', until: '2026-07-01T00:00:00Z'}]}
                ---
                {kind: Product, id: CC-152, family: CRANKCASE, aliases: [%s]}
                """.formatted(alias);
    }

    @Test
    void securityNoneIsForThisComputerOnly() {
        String far = TestWorkshop.FLOOR.replace("127.0.0.1:48400", "10.1.2.3:48400");
        assertThat(problems(far)).extracting(ImportProblem::code).contains("KW-IMP-021");
    }

    @Test
    void aDeepOrAliasedFileIsRefusedBeforeItGrows() {
        assertThat(problems("a: " + String.join("", Collections.nCopies(5000, "["))))
                .extracting(ImportProblem::code)
                .contains("KW-IMP-001");
    }

    /** The parser's own window made such a text quadratic, and its own limit stood in the way of shorter ones. */
    @Test
    void aTextAsLongAsAFileMayBeIsReadToItsEnd() {
        assertThat(problems("a".repeat(9_999_990)))
                .extracting(ImportProblem::code)
                .containsExactly("KW-IMP-007");
    }

    @Test
    void whatIsWrongForTwoProfilesIsToldOnce() {
        workshop.with(TestWorkshop.FLOOR)
                .with(TestWorkshop.FLOOR
                        .replace("id: hmc\n", "id: lathe\n")
                        .replace("HON-01", "LAT-01")
                        .replace("profile: hmc", "profile: lathe"));
        workshop.with(TestWorkshop.FLOOR);
        assertThat(problems("{kind: ParameterSet, id: S, scope: {}, values: {spindleSpeed: fast}}"))
                .extracting(ImportProblem::code)
                .containsExactly("KW-IMP-015");
    }

    @Test
    void variablesAreReplaced() {
        workshop.importer()
                .importFiles(List.of(new WorkshopText("f", TestWorkshop.FLOOR)), Map.of("PORT", "51234"), true, "test");
        assertThat(workshop.current().machine("HMC-01").orElseThrow().endpoint().url())
                .isEqualTo("opc.tcp://127.0.0.1:51234");
    }

    @Test
    void anUnchangedFileChangesNothingAndAChangedSetIsANewVersion() {
        workshop.with(TestWorkshop.FLOOR).withSet("S", "{product: CC-150}", "{passes: 2}");
        assertThat(workshop.tryImport(TestWorkshop.FLOOR)).isEqualTo(new WorkshopImporter.Outcome.Imported(0, 0));
        workshop.withSet("S", "{product: CC-150}", "{passes: 2}").withSet("S", "{product: CC-150}", "{passes: 3}");
        assertThat(workshop.released())
                .extracting(stored -> stored.source().toString())
                .containsExactly("S v2");
    }

    @Test
    void aDraftIsNotInForce() {
        workshop.with(TestWorkshop.FLOOR);
        String set = "{kind: ParameterSet, id: S, scope: {product: CC-150}, values: {passes: 2}}";
        workshop.importer().importFiles(List.of(new WorkshopText("f", set)), Map.of(), false, "test");
        assertThat(workshop.released()).isEmpty();
        assertThat(workshop.match("HMC-01", TestWorkshop.crankcase())).isInstanceOf(MatchResult.Unmatched.class);
    }

    @Test
    void theWorkshopIsThereAfterARestart(@TempDir Path folder) {
        DatabaseConfiguration file = DatabaseConfiguration.file(folder.resolve("keyway"));
        WorkshopContent before;
        try (TestWorkshop first = new TestWorkshop(file)) {
            first.with(TestWorkshop.FLOOR)
                    .withSet(
                            "S",
                            "{product: CC-150, attributes: {hardness: {from: 90.50}, boreClass: B}}",
                            "{passes: 2, feedRate: {formula: 'spindleSpeed * 0.1', unit: mm/min}, coolant: true}");
            before = first.store().content();
        }
        try (TestWorkshop second = new TestWorkshop(file)) {
            assertThat(second.store().content()).isEqualTo(before);
            assertThat(second.registry().find("gtin:06901234000016")).isPresent();
            assertThat(second.released()).hasSize(1);
        }
    }
}
