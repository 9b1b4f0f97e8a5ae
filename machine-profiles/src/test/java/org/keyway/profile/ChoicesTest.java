package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChoicesTest {
    private static final String SHA_256 = "0123456789ABCDEF".repeat(4);

    private final TestWorkshop workshop = new TestWorkshop().with(TestWorkshop.FLOOR);

    @AfterEach
    void close() {
        workshop.close();
    }

    private static String profile(String choices) {
        return """
                {kind: MachineProfile, id: hmc, delivery: opcua-write, parameters: [
                {name: mode, type: UInt16, min: 1, max: 9, required: false, node: "nsu=urn:cnc:{machine};s=M", choices: %s},
                {name: program, type: NcProgram, maxLength: 24, required: false, node: "nsu=urn:cnc:{machine};s=P",
                 versionNode: "nsu=urn:cnc:{machine};s=V", sha256Node: "nsu=urn:cnc:{machine};s=H"}],
                handshake: {jobId: "nsu=urn:cnc:{machine};s=J", ready: "nsu=urn:cnc:{machine};s=R", accepted: "nsu=urn:cnc:{machine};s=A"}}
                """.formatted(choices);
    }

    private void standard() {
        workshop.with(profile("[{value: 1, name: ROUGH, label: {en: Rough, zh: 粗加工}}, {value: 2, name: FINE}]"));
    }

    private List<MatchedValue> matched() {
        MatchResult result = workshop.match("HMC-01", TestWorkshop.crankcase());
        assertThat(result).isInstanceOf(MatchResult.Matched.class);
        return ((MatchResult.Matched) result).values();
    }

    private List<String> codes(String file) {
        WorkshopImporter.Outcome outcome = workshop.tryImport(file);
        assertThat(outcome).isInstanceOf(WorkshopImporter.Outcome.Refused.class);
        return ((WorkshopImporter.Outcome.Refused) outcome)
                .problems().stream().map(ImportProblem::code).toList();
    }

    @ParameterizedTest
    @CsvSource({"ROUGH", "1", "1.0", "{formula: 'hardness / 95'}"})
    void aChoiceIsGivenByItsNameOrItsValueAndIsShownByItsLabel(String written) {
        standard();
        workshop.withSet("S", "{}", "{mode: " + written + "}");

        MatchedValue value = matched().get(0);

        assertThat(value.nodeValue()).isEqualTo(BigDecimal.ONE);
        assertThat(value.choice().orElseThrow().label()).isEqualTo(new Name("Rough", "粗加工"));
    }

    @ParameterizedTest
    @CsvSource({"3", "rough", "true", "[1]"})
    void anythingElseIsRefusedAndTheChoicesAreNamed(String written) {
        standard();
        WorkshopImporter.Outcome outcome =
                workshop.tryImport("{kind: ParameterSet, id: S, scope: {}, values: {mode: " + written + "}}");

        assertThat(((WorkshopImporter.Outcome.Refused) outcome).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("KW-IMP-015");
                    assertThat(problem.message().en()).contains("ROUGH (1), FINE (2)");
                });
    }

    @Test
    void aFormulaThatYieldsNoChoiceIsRefusedAtTheMatch() {
        standard();
        workshop.withSet("S", "{}", "{mode: {formula: 'hardness'}}");

        MatchResult result = workshop.match("HMC-01", TestWorkshop.crankcase());

        assertThat(((MatchResult.Unmatched) result).rejections())
                .extracting(Rejection::code)
                .containsExactly("KW-MATCH-007");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{value: 1, name: A}, {value: 2, name: A}]",
                "[{value: 1, name: A}, {value: 1, name: B}]",
                "[{value: -1, name: A}]",
                "[{value: 10, name: A}]",
                "[{value: x, name: A}]",
            })
    void choicesThatCouldBeMistakenAreRefused(String choices) {
        assertThat(codes(profile(choices))).contains("KW-IMP-034");
    }

    @Test
    void anNcProgramIsWrittenAsThreeTextsOfOneSet() {
        standard();
        workshop.withSet("ANY", "{}", "{program: {name: O1, version: 9, sha256: %s}}".formatted("0".repeat(63) + "a"))
                .withSet(
                        "OWN",
                        "{product: CC-150}",
                        "{program: {name: O1234, version: 1.10, sha256: %s}}".formatted(SHA_256));

        assertThat(matched())
                .extracting(
                        value -> value.parameter().name(),
                        value -> value.parameter().node(),
                        MatchedValue::nodeValue,
                        value -> value.source().set())
                .containsExactly(
                        tuple("program", "nsu=urn:cnc:{machine};s=P", "O1234", "OWN"),
                        tuple("program.version", "nsu=urn:cnc:{machine};s=V", "1.10", "OWN"),
                        tuple("program.sha256", "nsu=urn:cnc:{machine};s=H", SHA_256.toLowerCase(Locale.ROOT), "OWN"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KW-IMP-006 | {name: O1234, version: '3'}",
                "KW-IMP-006 | {version: '3', sha256: abc}",
                "KW-IMP-015 | {name: O1234, version: '3', sha256: abc}",
                "KW-IMP-015 | O1234",
                "KW-IMP-005 | {name: O1234, version: '3', sha256: abc, date: today}",
                "KW-IMP-035 | {formula: '\"O1234\"'}",
            })
    void anNcProgramWithoutNameVersionOrHashIsRefused(String code, String value) {
        standard();
        assertThat(codes("{kind: ParameterSet, id: S, scope: {}, values: {program: " + value + "}}"))
                .contains(code);
    }
}
