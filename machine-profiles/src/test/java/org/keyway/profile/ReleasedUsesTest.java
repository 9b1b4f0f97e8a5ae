package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
