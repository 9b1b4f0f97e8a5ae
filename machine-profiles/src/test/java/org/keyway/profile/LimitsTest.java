package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.profile.ValueLimits.Bound;
import org.keyway.profile.ValueLimits.Layer;
import org.keyway.profile.workshopfile.RoleLimits;

final class LimitsTest {
    private static final String OTHER_VALUES = "feedRate: 1200, passes: 2";

    private final TestWorkshop workshop = new TestWorkshop().with(TestWorkshop.FLOOR);

    @AfterEach
    void close() {
        workshop.close();
    }

    private void limitMachine(String limits) {
        workshop.with("""
                {kind: Machine, id: HMC-01, class: HMC, station: ST-10, operation: OP20, profile: hmc, limits: %s,
                endpoint: {url: "opc.tcp://127.0.0.1:48400", security: None}}
                """.formatted(limits));
    }

    private void limitProduct(String limits) {
        workshop.with("""
                {kind: Product, id: CC-150, family: CRANKCASE-150, identifiers: ["gtin:06901234000016"],
                attributes: {boreClass: B, hardness: 95, teeth: 4}, limits: %s}
                """.formatted(limits));
    }

    private void speed(String value) {
        workshop.withSet("ANY", "{}", "{spindleSpeed: " + value + ", " + OTHER_VALUES + "}");
    }

    private MatchResult match(String machine) {
        return workshop.match(machine, TestWorkshop.crankcase());
    }

    private Rejection refused(String machine) {
        MatchResult result = match(machine);
        assertThat(result).isInstanceOf(MatchResult.Unmatched.class);
        return ((MatchResult.Unmatched) result).rejections().get(0);
    }

    private ValueLimits limits(String machine) {
        return ((MatchResult.Matched) match(machine)).values().get(0).limits();
    }

    @Test
    void aMachinesOwnLimitHoldsForThatMachineAloneAndIsNamed() {
        limitMachine("{spindleSpeed: {max: 150, unit: r/s}}");
        speed("9500");

        assertThat(refused("HMC-01").code()).isEqualTo("KW-MATCH-006");
        assertThat(refused("HMC-01").details())
                .containsEntry("layer", "Machine")
                .containsEntry("of", "HMC-01")
                .containsEntry("max", "9000");
        assertThat(refused("HMC-01").message().en()).contains("Machine HMC-01");
        assertThat(match("HMC-02")).isInstanceOf(MatchResult.Matched.class);
    }

    @Test
    void theNarrowestOfMachineProductAndFamiliesHoldsAndEachEndKnowsWhoseItIs() {
        limitMachine("{spindleSpeed: {min: 40, max: 9000}}");
        limitProduct("{spindleSpeed: {max: 8500}}");
        workshop.with("{kind: ProductFamily, id: CRANKCASE, limits: {spindleSpeed: {min: 100, max: 8800}}}");
        speed("8500");

        assertThat(limits("HMC-01"))
                .isEqualTo(new ValueLimits(
                        Optional.of(new Bound(new BigDecimal(100), Layer.FAMILY, "CRANKCASE")),
                        Optional.of(new Bound(new BigDecimal(8500), Layer.PRODUCT, "CC-150"))));
        assertThat(limits("HMC-02").max().orElseThrow().of()).isEqualTo("CC-150");
        speed("8501");
        assertThat(refused("HMC-01").details()).containsEntry("layer", "Product");
    }

    @Test
    void theLimitOfOneProductLeavesOthersWithTheSameValueAlone() {
        workshop.with("{kind: Product, id: CC-151, family: CRANKCASE-150, limits: {spindleSpeed: {max: 3000}}}");
        speed("9500");

        assertThat(match("HMC-01")).isInstanceOf(MatchResult.Matched.class);
        assertThat(limits("HMC-01").max().orElseThrow().layer()).isEqualTo(Layer.PROFILE);
    }

    @Test
    void aLimitHoldsForTheResultOfAFormulaAndOfOffsetsToo() {
        limitProduct("{spindleSpeed: {max: 8000}}");
        workshop.withSet("ANY", "{}", "{spindleSpeed: {formula: 'hardness * 90'}, " + OTHER_VALUES + "}");
        assertThat(refused("HMC-01").details()).containsEntry("of", "CC-150");

        speed("7999");
        workshop.with(
                "{kind: ParameterSet, id: CAL, scope: {}, layer: calibration, values: {spindleSpeed: {offset: 2}}}");
        assertThat(refused("HMC-01").details()).containsEntry("of", "CC-150");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "KW-IMP-031 | {spindelSpeed: {max: 1}}",
                "KW-IMP-031 | {coolant: {max: 1}}",
                "KW-IMP-012 | {spindleSpeed: {max: 1, unit: mm}}",
                "KW-IMP-011 | {spindleSpeed: {max: 1, unit: furlong}}",
                "KW-IMP-014 | {spindleSpeed: {min: 2, max: 1}}",
                "KW-IMP-006 | {spindleSpeed: {}}",
                "KW-IMP-005 | {spindleSpeed: {max: 1, most: 2}}",
                "KW-IMP-007 | {spindleSpeed: 1}",
            })
    void aLimitThatLimitsNothingIsRefused(String code, String limits) {
        WorkshopImporter.Outcome outcome =
                workshop.tryImport("{kind: ProductFamily, id: CRANKCASE, limits: " + limits + "}");

        assertThat(outcome).isInstanceOf(WorkshopImporter.Outcome.Refused.class);
        assertThat(((WorkshopImporter.Outcome.Refused) outcome).problems())
                .extracting(ImportProblem::code)
                .contains(code);
    }

    @Test
    void aSetThatNamesTheProductIsHeldAgainstItsLimitsWhenItIsImported() {
        limitProduct("{spindleSpeed: {max: 8000}}");

        WorkshopImporter.Outcome outcome = workshop.tryImport(
                "{kind: ParameterSet, id: S, scope: {product: CC-150}, values: {spindleSpeed: 8001}}");

        assertThat(((WorkshopImporter.Outcome.Refused) outcome).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("KW-IMP-038");
                    assertThat(problem.message().en())
                            .contains("Product CC-150", "8000")
                            .doesNotContain("{");
                });
    }

    @Test
    void aRoleMaySetOnlyWhatTheProfileAllowsIt() {
        workshop.with("""
                {kind: MachineProfile, id: hmc, delivery: opcua-write, parameters: [
                {name: spindleSpeed, type: Double, unit: r/min, node: "nsu=urn:cnc:{machine};s=S",
                 roleLimits: {setter: {min: 50, max: 100, unit: r/s}, engineer: {max: 9000}}}],
                handshake: {jobId: "nsu=urn:cnc:{machine};s=J", ready: "nsu=urn:cnc:{machine};s=R", accepted: "nsu=urn:cnc:{machine};s=A"}}
                """);
        List<MachineProfile> profiles = workshop.store().content().profiles();

        assertThat(problems("6001", "setter", profiles)).containsExactly("KW-IMP-032");
        assertThat(problems("6000", "setter", profiles)).isEmpty();
        assertThat(problems("6001", "engineer", profiles)).isEmpty();
        assertThat(problems("99999", "administrator", profiles)).isEmpty();
        ParameterSet formula = set(new ValueSource.Formula("1.0", Optional.empty()));
        assertThat(RoleLimits.problems(formula, "setter", profiles))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("KW-IMP-033");
                    assertThat(problem.message().en()).contains("setter").doesNotContain("{");
                });
        WorkshopImporter.Outcome imported =
                workshop.tryImport("{kind: ParameterSet, id: S, scope: {}, values: {spindleSpeed: 9001}}");
        assertThat(((WorkshopImporter.Outcome.Refused) imported).problems())
                .extracting(ImportProblem::code)
                .containsExactly("KW-IMP-032");
    }

    private static List<String> problems(String speed, String role, List<MachineProfile> profiles) {
        ParameterSet set = set(new ValueSource.Constant(new BigDecimal(speed), Optional.empty()));
        return RoleLimits.problems(set, role, profiles).stream()
                .map(RoleLimits.Problem::code)
                .toList();
    }

    private static ParameterSet set(ValueSource speed) {
        return new ParameterSet(
                "S", Scope.ANY, Map.of("spindleSpeed", speed), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
