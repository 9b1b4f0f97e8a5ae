package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.profile.WorkshopImporter.Outcome;
import org.keyway.profile.workshopfile.WorkshopText;

/** What is released by an import clashes with nothing. */
final class ClashImportTest {
    private final TestWorkshop workshop = new TestWorkshop()
            .with(TestWorkshop.FLOOR)
            .withSet("BASE", "{family: CRANKCASE}", "{spindleSpeed: 6000, feedRate: 1200, passes: 2}");

    @AfterEach
    void close() {
        workshop.close();
    }

    private Outcome importFiles(boolean release, String... files) {
        List<WorkshopText> texts = new ArrayList<>();
        for (String file : files) {
            texts.add(new WorkshopText("file-" + texts.size() + ".yaml", file));
        }
        return workshop.importer().importFiles(texts, Map.of(), release, "test");
    }

    private static List<ImportProblem> problems(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).problems();
    }

    @Test
    void setsOfTwoFilesThatClashAreBothNamedWithACaseAndNothingIsKept() {
        Outcome outcome = importFiles(
                true, "{kind: ParameterSet, id: LOT, scope: {product: CC-150, lot: L7}, values: {passes: 3}}", """
                kind: ParameterSet
                id: LOT-AGAIN
                scope: {product: CC-150, lot: L7}
                values:
                  spindleSpeed: 6000
                  passes: 4
                """);

        assertThat(problems(outcome)).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("file-1.yaml");
            assertThat(problem.line()).isEqualTo(6);
            assertThat(problem.code()).isEqualTo("KW-IMP-040");
            assertThat(problem.message().en())
                    .contains("LOT-AGAIN", "LOT (file-0.yaml:1)", "passes", "CC-150, lot L7, HMC-01, OP20");
            assertThat(problem.message().en()).containsPattern("T\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z[,.]");
            assertThat(problem.message().zh()).contains("LOT-AGAIN", "passes", "CC-150, lot L7");
        });
        assertThat(workshop.store().newest(List.of("LOT", "LOT-AGAIN"))).isEmpty();
    }

    @Test
    void aReleasedSetIsNamedByItsVersionAndEveryClashIsToldAtOnce() {
        Outcome outcome = importFiles(
                true,
                "{kind: ParameterSet, id: A, scope: {family: CRANKCASE}, values: {passes: 3}}",
                "{kind: ParameterSet, id: B, scope: {family: CRANKCASE}, values: {feedRate: 1}}",
                "{kind: ParameterSet, id: C, scope: {family: UNKNOWN}, values: {feedRate: 1}}");

        assertThat(problems(outcome))
                .extracting(ImportProblem::code)
                .containsExactly("KW-IMP-040", "KW-IMP-040", "KW-IMP-009");
        assertThat(problems(outcome).get(0).message().en()).contains("BASE v1");
    }

    @Test
    void aNewVersionTakesThePlaceOfItsOwnAndOfOthersInTheFiles() {
        Outcome outcome = importFiles(
                true,
                "{kind: ParameterSet, id: BASE, scope: {family: CRANKCASE-150},"
                        + " values: {spindleSpeed: 100, feedRate: 100, passes: 7}}",
                "{kind: ParameterSet, id: OTHER, scope: {family: CRANKCASE}, values: {passes: 9}}");

        assertThat(outcome).isInstanceOf(Outcome.Imported.class);
    }

    @Test
    void draftsMayClash() {
        Outcome outcome =
                importFiles(false, "{kind: ParameterSet, id: A, scope: {family: CRANKCASE}, values: {passes: 3}}");

        assertThat(outcome).isInstanceOf(Outcome.Imported.class);
    }

    @Test
    void conditionsThatNoRegisteredProductMeetsAreShownOnAProductThatMayCome() {
        Outcome outcome = importFiles(
                true,
                "{kind: ParameterSet, id: A, scope: {family: CRANKCASE, attributes: {boreClass: [A, B]}},"
                        + " values: {passes: 3}}",
                "{kind: ParameterSet, id: B, scope: {family: CRANKCASE, attributes: {hardness: {from: 96}}},"
                        + " values: {passes: 4}}");

        assertThat(problems(outcome).get(0).message().en())
                .contains("CRANKCASE/*, boreClass=A, hardness=96, HMC-01, OP20");
    }
}
