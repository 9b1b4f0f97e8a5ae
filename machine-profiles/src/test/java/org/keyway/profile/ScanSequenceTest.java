package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScanSequenceTest {
    private final TestWorkshop workshop = new TestWorkshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    private static String station(String identifiers) {
        return "kind: Station\nid: ST-30\nidentifiers:\n" + identifiers;
    }

    @Test
    void aStationScansItsIdentifiersInTheOrderOfTheFile() {
        workshop.with(TestWorkshop.FLOOR).with(station("""
                  - {role: fixture, accept: {keys: [plain]}}
                  - {role: part, name: {en: part, zh: 工件}}
                  - {role: tool, attribute: cutter, accept: {products: [CC-150]}}
                collect: 90s
                """));

        ScanSequence sequence =
                workshop.current().station("ST-30").flatMap(Station::sequence).orElseThrow();

        assertThat(sequence.roles()).extracting(ScanRole::id).containsExactly("fixture", "part", "tool");
        assertThat(sequence.roles())
                .extracting(ScanRole::attribute)
                .containsExactly(Optional.of("fixture"), Optional.empty(), Optional.of("cutter"));
        assertThat(sequence.roles().get(2).accept().products()).containsExactly("CC-150");
        assertThat(sequence.collect()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aStationThatNamesNoneScansThePartAlone() {
        workshop.with(TestWorkshop.FLOOR);
        assertThat(workshop.current().stations())
                .isNotEmpty()
                .allSatisfy(station -> assertThat(station.sequence()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "KW-IMP-007 | 4 | `  - {role: part}`",
                "KW-IMP-007 | 4 | `  - {role: tool, accept: {keys: [plain]}};  - {role: jig, accept: {keys: [part]}}`",
                "KW-IMP-008 | 5 | `  - {role: part};  - {role: part}`",
                "KW-IMP-006 | 5 | `  - {role: part};  - {role: tool}`",
                "KW-IMP-006 | 5 | `  - {role: part};  - {role: tool, accept: {}}`",
                "KW-IMP-005 | 5 | `  - {role: part};  - {role: tool, accept: {kinds: [plain]}}`",
                "KW-IMP-007 | 5 | `  - {role: part};  - {role: tool, accept: {keys: [Plain key]}}`",
                "KW-IMP-005 | 4 | `  - {role: part, attribute: part};  - {role: tool, accept: {keys: [plain]}}`",
                "KW-IMP-008 | 6 | `  - {role: part};  - {role: t, accept: {keys: [a]}};  - {role: u, attribute: t, accept: {keys: [b]}}`",
                "KW-IMP-009 | 5 | `  - {role: part};  - {role: tool, accept: {families: [NONE]}}`",
                "KW-IMP-009 | 5 | `  - {role: part};  - {role: tool, accept: {products: [NONE]}}`",
                "KW-IMP-008 | 5 | `  - {role: part};  - {role: tool, attribute: boreClass, accept: {keys: [plain]}}`",
                "KW-IMP-007 | 6 | `  - {role: part};  - {role: tool, accept: {keys: [plain]}};collect: 2h`",
                "KW-IMP-007 | 4 | `  - part`",
            })
    void identifiersThatNoScanCouldServeAreRefusedWithTheirLine(String code, int line, String identifiers) {
        workshop.with(TestWorkshop.FLOOR);

        WorkshopImporter.Outcome outcome = workshop.tryImport(station(identifiers.replace(';', '\n') + "\n"));

        assertThat(outcome).isInstanceOf(WorkshopImporter.Outcome.Refused.class);
        List<ImportProblem> problems = ((WorkshopImporter.Outcome.Refused) outcome).problems();
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.line()).isEqualTo(line);
        });
    }

    @Test
    void aTimeToCollectWithoutAnythingToCollectIsAMistake() {
        assertThat(workshop.tryImport("{kind: Station, id: S, collect: 60s}"))
                .isInstanceOfSatisfying(
                        WorkshopImporter.Outcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(ImportProblem::code)
                                .containsExactly("KW-IMP-005"));
    }

    @Test
    void aFormulaMayUseWhatWasScanned() {
        workshop.with(TestWorkshop.FLOOR)
                .with(station("  - {role: part}\n  - {role: tool, accept: {keys: [plain]}}\n"))
                .withSet("S", "{product: CC-150}", "{passes: {formula: 'tool == \"T-1\" ? 1.0 : 2.0'}}");
        assertThat(workshop.released()).hasSize(1);
    }
}
