package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.profile.coverage.ReleaseImpact;
import org.keyway.profile.workshopfile.WorkshopText;

/** What released sets lean on doesn't change under them without a word. */
final class ReleasedUsesTest {
    private static final String IN_SECONDS = TestWorkshop.FLOOR.replace(
            "spindleSpeed, type: Double, unit: r/min", "spindleSpeed, type: Double, unit: r/s");
    private static final String VARIANTS = "\nvariants: {THIN: {liner: thin}, THICK: {liner: thick}}";
    private static final String PRODUCT = """
            kind: Product
            id: CC-150
            family: CRANKCASE-150
            name: {en: Crankcase 150 cc, zh: 150cc 曲轴箱}
            identifiers: ["gtin:06901234000016"]
            attributes: {boreClass: B, hardness: 95, teeth: 4}""";

    private final TestWorkshop workshop = new TestWorkshop().with(TestWorkshop.FLOOR);

    @AfterEach
    void close() {
        workshop.close();
    }

    private List<ImportProblem> problems(String file) {
        WorkshopImporter.Outcome outcome = workshop.tryImport(file);
        return outcome instanceof WorkshopImporter.Outcome.Refused refused ? refused.problems() : List.of();
    }

    private String speed() {
        MatchedValue speed =
                workshop.match("HMC-01", TestWorkshop.crankcase()).values().get(0);
        return speed.value() + " " + speed.parameter().unit().orElse("");
    }

    private void complete() {
        workshop.withSet("REST", "{product: CC-150}", "{feedRate: 100, passes: 2}");
    }

    @Test
    void numbersWithoutAUnitDoNotBecomeOthersWithTheUnitOfTheirParameter() {
        complete();
        workshop.withSet("S", "{product: CC-150}", "{spindleSpeed: 3000}");

        assertThat(problems(IN_SECONDS)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("KW-IMP-042");
            assertThat(problem.message().en()).contains("S v1", "r/min", "r/s");
            assertThat(problem.message().zh()).contains("S v1");
        });
        assertThat(speed()).isEqualTo("3000 r/min");
    }

    @Test
    void numbersWithAUnitAreConverted() {
        complete();
        workshop.withSet("S", "{product: CC-150}", "{spindleSpeed: {value: 3000, unit: r/min}}")
                .with(IN_SECONDS);

        assertThat(speed()).isEqualTo("50 r/s");
    }

    @Test
    void theUnitMayBeWrittenInTheSameImport() {
        complete();
        workshop.withSet("S", "{product: CC-150}", "{spindleSpeed: 3000}")
                .with(IN_SECONDS
                        + "---\n{kind: ParameterSet, id: S, scope: {product: CC-150}, values: {spindleSpeed: 60}}\n");

        assertThat(speed()).isEqualTo("60 r/s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "KW-IMP-044 | {coolant: true} | - {name: coolant | - {name: mist",
                "KW-IMP-044 | {spindleSpeed: {formula: 'passes * 100.0'}} | - {name: passes | - {name: cuts",
                "KW-IMP-045 | {spindleSpeed: 11000} | max: 12000 | max: 10000",
                "KW-IMP-045 | {spindleSpeed: {value: 180, unit: r/s}} | max: 12000 | max: 10000",
                "KW-IMP-045 | {coolant: true} | coolant, type: Boolean | coolant, type: Double",
                "KW-IMP-045 | {program: O1234567} | maxLength: 12 | maxLength: 7",
                "KW-IMP-046 | {passes: {formula: 'spindleSpeed / 1000.0'}} | Double, unit: r/min | Double, unit: r/s",
            })
    void aProfileKeepsWhatReleasedSetsLeanOn(String code, String values, String before, String after) {
        workshop.withSet("S", "{machineClass: HMC}", values);
        assertThat(TestWorkshop.FLOOR).contains(before);

        assertThat(problems(TestWorkshop.FLOOR.replace(before, after)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.message().en()).contains("S v1");
                    assertThat(problem.message().zh()).contains("S v1");
                });
    }

    @Test
    void aLimitMayCloseInUponValuesThatStayWithinIt() {
        workshop.withSet("S", "{machineClass: HMC}", "{spindleSpeed: 10000, passes: {formula: 'feedRate / 50.0'}}");

        assertThat(problems(TestWorkshop.FLOOR.replace("max: 12000", "max: 10000")))
                .isEmpty();
    }

    private WorkshopImporter.Outcome asking(String file) {
        return workshop.importer()
                .importFiles(
                        List.of(new WorkshopText("floor.yaml", file)),
                        Map.of(),
                        new ImportTerms(ImportTerms.Sets.DRAFT, "Ida", "new floor", true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{machineClass: HMC} | id: HMC-01\\nclass: HMC | id: HMC-01\\nclass: LATHE",
                "{family: CRANKCASE-150} | family: CRANKCASE-150\\n | family: CRANKCASE\\n",
                "{family: CRANKCASE} | parent: CRANKCASE\\n | limits: {passes: {max: 20}}\\n",
                "{machine: HMC-01} | operation: OP20\\nprofile: hmc | operation: OP20\\nlimits: {passes: {max: 1}}\\nprofile: hmc",
            })
    void aChangeByWhichPartsGetNothingWaitsForSomebodyWhoConfirmsIt(String scope, String before, String after) {
        workshop.withSet("S", scope, "{spindleSpeed: 3000, feedRate: 100, passes: 2}");
        assertThat(speed()).isEqualTo("3000 r/min");
        String file = replaced(before, after);

        assertThat(asking(file))
                .isInstanceOfSatisfying(
                        WorkshopImporter.Outcome.Unconfirmed.class,
                        unconfirmed -> assertThat(unconfirmed.changes().get(0)).satisfies(change -> {
                            assertThat(change.request().machine()).isEqualTo("HMC-01");
                            assertThat(change.after()).isInstanceOf(MatchResult.Unmatched.class);
                        }));
        assertThat(speed()).isEqualTo("3000 r/min");
        assertThat(problems(file)).isEmpty();
        assertThat(asking(file)).isInstanceOf(WorkshopImporter.Outcome.Imported.class);
    }

    private static String replaced(String before, String after) {
        String from = before.replace("\\n", "\n");
        assertThat(TestWorkshop.FLOOR).contains(from);
        return TestWorkshop.FLOOR.replaceFirst(Pattern.quote(from), after.replace("\\n", "\n"));
    }

    @Test
    void aMachineWithAnotherProfileThatLacksAParameterWaitsForSomebodyWhoConfirmsIt() {
        workshop.withSet("S", "{machineClass: HMC}", "{spindleSpeed: 3000, feedRate: 100, passes: 2, coolant: true}");
        String other =
                TestWorkshop.FLOOR.replace("- {name: coolant", "- {name: mist").replace("id: hmc\n", "id: dry\n");
        String moved = replaced("operation: OP20\\nprofile: hmc", "operation: OP20\\nprofile: dry");
        workshop.with(other.substring(other.indexOf("kind: MachineProfile"), other.indexOf("---\nkind: Machine\n")));

        assertThat(asking(moved))
                .isInstanceOfSatisfying(
                        WorkshopImporter.Outcome.Unconfirmed.class,
                        unconfirmed -> assertThat(unconfirmed.changes().get(0).values())
                                .containsExactly(
                                        new ReleaseImpact.ValueChange("coolant", Optional.of(true), Optional.empty())));
    }

    @Test
    void whatChangesNothingForPartsNeedsNoConfirmation() {
        complete();
        workshop.withSet("S", "{machineClass: HMC}", "{spindleSpeed: 3000}");

        assertThat(asking(TestWorkshop.FLOOR
                        .replace("Crankcase 150 cc", "Crankcase")
                        .replace("max: 12000", "max: 9000")))
                .isInstanceOf(WorkshopImporter.Outcome.Imported.class);
    }

    @Test
    void setsOfOtherMachinesDoNotStandInTheWay() {
        String other = TestWorkshop.FLOOR
                .replace("id: hmc\n", "id: lathe\n")
                .replace("HON-01", "LAT-01")
                .replace("class: HONING", "class: LATHE")
                .replace("HMC-0", "TC-0")
                .replace("class: HMC", "class: TURNING")
                .replace("profile: hmc", "profile: lathe");
        workshop.with(other).withSet("S", "{machineClass: LATHE}", "{spindleSpeed: 3000}");

        assertThat(problems(IN_SECONDS)).isEmpty();
    }

    @Test
    void aVariantThatReleasedSetsAreForStays() {
        workshop.with(PRODUCT + VARIANTS).withSet("S", "{product: CC-150, variant: THIN}", "{passes: 2}");

        assertThat(problems(PRODUCT)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("KW-IMP-043");
            assertThat(problem.message().en()).contains("S v1", "THIN");
        });
        assertThat(problems(PRODUCT + "\nvariants: {THIN: {liner: thin}}")).isEmpty();
    }
}
