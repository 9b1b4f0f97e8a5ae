package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyway.profile.sheet.SheetFile;
import org.keyway.profile.sheet.SheetFile.Format;
import org.keyway.profile.workshopfile.SetSheets;
import org.keyway.profile.workshopfile.StoredWorkshop;
import org.keyway.profile.workshopfile.WorkshopFile;
import org.keyway.profile.workshopfile.WorkshopReader;
import org.keyway.profile.workshopfile.WorkshopSheet;
import org.keyway.profile.workshopfile.WorkshopText;
import org.keyway.profile.workshopfile.WorkshopWriter;

final class SheetExchangeTest {
    private static final String HEADER = """
            #profile,hmc
            id,product,machine,attributes,from,parts,layer,note,spindleSpeed [r/min],feedRate [mm/s],passes,coolant,program
            """;

    private static WorkshopContent understood(List<WorkshopFile> files) {
        WorkshopReader.Outcome outcome = WorkshopReader.read(files, Map.of("A", "replaced"), StoredWorkshop.EMPTY);
        assertThat(outcome).isInstanceOf(WorkshopReader.Outcome.Understood.class);
        return ((WorkshopReader.Outcome.Understood) outcome).content();
    }

    /** Every set through a table, everything else through workshop files. */
    private static WorkshopContent throughTable(WorkshopContent content, Format format) {
        List<WorkshopFile> files = new ArrayList<>();
        WorkshopContent things = new WorkshopContent(
                content.families(),
                content.products(),
                content.profiles(),
                content.stations(),
                content.machines(),
                List.of());
        WorkshopWriter.write(things).forEach((name, text) -> files.add(new WorkshopText(name, text)));
        MachineProfile profile = content.profiles().get(0);
        byte[] table = new SetSheets(content.machines(), content.profiles()).write(format, profile, content.sets());
        files.add(new WorkshopSheet("sets." + format.extension(), SheetFile.read(format, table), Optional.empty()));
        return understood(files);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void whateverTheTextsAndNumbersAreTheyComeBackExactly(Format format) {
        for (long seed = 1; seed <= 20; seed++) {
            WorkshopContent content = new HostileWorkshop(seed).content();
            List<ParameterSet> found = throughTable(content, format).sets();
            assertThat(found).hasSameSizeAs(content.sets());
            for (int i = 0; i < found.size(); i++) {
                assertThat(found.get(i))
                        .as("seed %d", seed)
                        .isEqualTo(content.sets().get(i));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyKeyOfAParameterSetHasAColumnOrACell(Format format) throws IOException {
        String yaml;
        try (InputStream file = Objects.requireNonNull(ExportTest.class.getResourceAsStream("every-key.yaml"))) {
            yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        WorkshopContent content = understood(List.of(new WorkshopText("f", yaml)));

        assertThat(throughTable(content, format).sets()).containsExactlyElementsOf(content.sets());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aTemplateIsATableWithoutSets(Format format) {
        try (TestWorkshop workshop = new TestWorkshop().with(TestWorkshop.FLOOR)) {
            MachineProfile profile = workshop.current().profile("hmc").orElseThrow();
            byte[] template = new SetSheets(workshop.current().machines(), List.of(profile)).template(format, profile);

            SheetFile.Content content = SheetFile.read(format, template);

            assertThat(content.faults()).isEmpty();
            assertThat(content.sheets().get(0).rows().get(1).cells())
                    .extracting(cell -> cell.text())
                    .startsWith("id", "family", "product")
                    .contains("spindleSpeed [r/min]", "feedRate [mm/min]", "passes", "coolant");
            assertThat(workshop.importer()
                            .importFiles(
                                    List.of(new WorkshopSheet("t", content, Optional.empty())), Map.of(), true, "test"))
                    .isEqualTo(new WorkshopImporter.Outcome.Imported(0, 0));
        }
    }

    @Test
    void noCellOfAnExportIsAFormulaToASpreadsheet() {
        for (long seed = 1; seed <= 20; seed++) {
            WorkshopContent content = new HostileWorkshop(seed).content();
            byte[] table = new SetSheets(content.machines(), content.profiles())
                    .write(Format.CSV, content.profiles().get(0), content.sets());
            SheetFile.read(Format.CSV, table)
                    .sheets()
                    .get(0)
                    .rows()
                    .forEach(row -> row.cells()
                            .forEach(cell -> assertThat(cell.text())
                                    .satisfiesAnyOf(
                                            text -> assertThat(text).doesNotMatch("(?s)[=+\\-@\t\r＝＋－＠].*"),
                                            text -> assertThat(text).matches("-[0-9.E+-]+"))));
        }
    }

    private static WorkshopImporter.Outcome imported(TestWorkshop workshop, String rows) {
        byte[] bytes = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
        return workshop.importer()
                .importFiles(
                        List.of(new WorkshopSheet("s.csv", SheetFile.read(Format.CSV, bytes), Optional.empty())),
                        Map.of(),
                        true,
                        "test");
    }

    @Test
    void anotherUnitInTheHeaderStaysTheValuesUnitAndIsConverted() {
        try (TestWorkshop workshop = new TestWorkshop().with(TestWorkshop.FLOOR)) {
            imported(workshop, "S1,CC-150,,,,,,,1000,2.5,{formula} teeth * 1.0,TRUE,007\r\n");

            assertThat(workshop.released().get(0).set().values())
                    .containsEntry(
                            "feedRate", new ValueSource.Constant(new java.math.BigDecimal("2.5"), Optional.of("mm/s")))
                    .containsEntry(
                            "spindleSpeed",
                            new ValueSource.Constant(new java.math.BigDecimal("1000"), Optional.empty()))
                    .containsEntry("passes", new ValueSource.Formula("teeth * 1.0", Optional.empty()))
                    .containsEntry("coolant", new ValueSource.Constant(true, Optional.empty()))
                    .containsEntry("program", new ValueSource.Constant("007", Optional.empty()));
            MatchResult.Matched match = (MatchResult.Matched) workshop.match("HMC-01", TestWorkshop.crankcase());
            assertThat(match.values().get(1).value()).isEqualTo(new java.math.BigDecimal("150"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "S1,CC-150,,,,,,,99999 | KW-IMP-013 | I3",
                "S1,CC-150,,,,,,,\"1,5\" | KW-IMP-061 | I3",
                "S1,CC-150,,,,,,,,,1.5 | KW-IMP-015 | K3",
                "S1,NOBODY | KW-IMP-009 | B3",
                "S1,CC-150,,boreClass | KW-IMP-062 | D3",
                "S1,CC-150,,boreClass=A; boreClass=B | KW-IMP-062 | D3",
                "S1,CC-150,,,today | KW-IMP-007 | E3",
                "S1,CC-150,,,,0 | KW-IMP-007 | F3",
                "S1,CC-150,,,,,,,{formula} nobody * 2.0 | KW-IMP-017 | I3",
                "S1,CC-150,,,,,,,{offset} 3 | KW-IMP-026 | I3",
                "S1,CC-150,,,,,,,{offset} x | KW-IMP-063 | I3",
                "S1,CC-150,,,,,,,{value [bar]} 3 | KW-IMP-012 | I3",
                "S1,CC-150,,,,,,{quoted} \"x | KW-IMP-063 | H3",
                "S1,CC-150,,,,,,,,,,,,x | KW-IMP-064 | N3",
                ",CC-150 | KW-IMP-006 | A3",
            })
    void aProblemNamesItsCell(String row, String code, String cell) {
        try (TestWorkshop workshop = new TestWorkshop().with(TestWorkshop.FLOOR)) {
            WorkshopImporter.Outcome outcome = imported(workshop, row);

            assertThat(outcome).isInstanceOf(WorkshopImporter.Outcome.Refused.class);
            assertThat(((WorkshopImporter.Outcome.Refused) outcome).problems()).anySatisfy(problem -> {
                assertThat(problem.code()).isEqualTo(code);
                assertThat(problem.cell()).contains(cell);
                assertThat(problem.place()).isEqualTo("s.csv:" + cell);
                assertThat(problem.message().en()).doesNotContain("?");
            });
            assertThat(workshop.released()).isEmpty();
        }
    }

    @Test
    void everyProblemIsToldAtOnceAndNothingIsTaken() {
        try (TestWorkshop workshop = new TestWorkshop().with(TestWorkshop.FLOOR)) {
            WorkshopImporter.Outcome outcome = imported(
                    workshop, "S1,CC-150,,,,,,,1000\r\nS2,CC-150,HMC-01,,,,,,1e9\r\nS1,CC-150,,,,,,,\"1.000,5\"\r\n");

            assertThat(((WorkshopImporter.Outcome.Refused) outcome).problems())
                    .extracting(ImportProblem::code, problem -> problem.cell().orElseThrow())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("KW-IMP-013", "I4"),
                            org.assertj.core.groups.Tuple.tuple("KW-IMP-008", "A5"),
                            org.assertj.core.groups.Tuple.tuple("KW-IMP-061", "I5"));
            assertThat(workshop.released()).isEmpty();
        }
    }

    @Test
    void aPlainNumberNeverLosesTheUnitOfItsHeaderToAnotherKindOfMachine() {
        String other = TestWorkshop.FLOOR
                        .substring(
                                TestWorkshop.FLOOR.indexOf("kind: MachineProfile"),
                                TestWorkshop.FLOOR.indexOf("---\nkind: Machine\n"))
                        .replace("id: hmc", "id: fast")
                        .replace("unit: r/min, min: 50, max: 12000", "unit: r/s, min: 1, max: 20000")
                        .replace("Stage/", "Fast/")
                + "---\n{kind: Machine, id: FAST-1, class: FAST, station: ST-10, operation: OP20, profile: fast,"
                + " endpoint: {url: \"opc.tcp://127.0.0.1:48400\", security: None}}\n";
        try (TestWorkshop workshop = new TestWorkshop().with(TestWorkshop.FLOOR).with(other)) {
            imported(workshop, "EVERYWHERE,CC-150,,,,,,,3000\r\nHERE,CC-150,HMC-01,,,,,,3000\r\n");

            assertThat(workshop.released().stream()
                            .map(released -> Objects.requireNonNull(
                                    released.set().values().get("spindleSpeed")))
                            .map(ValueSource::unit))
                    .containsExactly(Optional.of("r/min"), Optional.empty());
        }
    }
}
