package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nodes that two machines, or two purposes of one profile, would share. */
final class NodeSharingTest {
    private static final String STATION = "{kind: Station, id: ST-1}\n";

    private final TestWorkshop workshop = new TestWorkshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    private static String profile(String id, String area) {
        return """
                ---
                kind: MachineProfile
                id: %s
                delivery: opcua-write
                parameters: [{name: passes, type: UInt16, node: "nsu=urn:cnc;s=%s/Passes"}]
                handshake: {jobId: "nsu=urn:cnc;s=%s/JobId", ready: "nsu=urn:cnc;s=%s/Ready", accepted: "nsu=urn:cnc;s=%s/Accepted"}
                """.formatted(id, area, area, area, area);
    }

    private static String machine(String id, String profile, String url) {
        return "---\n{kind: Machine, id: %s, class: HMC, station: ST-1, operation: OP20, profile: %s,\n endpoint: {url: \"%s\", security: None}}\n"
                .formatted(id, profile, url);
    }

    private List<ImportProblem> problems(String file) {
        WorkshopImporter.Outcome outcome = workshop.tryImport(file);
        assertThat(outcome).isInstanceOf(WorkshopImporter.Outcome.Refused.class);
        return ((WorkshopImporter.Outcome.Refused) outcome).problems();
    }

    private void refused(String file, String code, int line) {
        assertThat(problems(file)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.file()).isEqualTo("floor.yaml");
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.message().zh()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "opc.tcp://127.0.0.1:4840, opc.tcp://127.0.0.1:4840",
        "opc.tcp://127.0.0.1:4840, opc.tcp://localhost:4840/"
    })
    void twoMachinesOfOneServerCannotHaveOneStagingArea(String one, String other) {
        String file = STATION + profile("a", "Stage") + machine("M1", "a", one) + machine("M2", "a", other);

        refused(file, "KW-IMP-024", 13);
        assertThat(problems(file).get(0).message().en()).contains("M1").contains("M2");
    }

    @Test
    void neitherCanTwoProfilesThatNameTheSameNodes() {
        refused(
                STATION
                        + profile("a", "{machine}")
                        + profile("b", "M1")
                        + machine("M1", "a", "opc.tcp://127.0.0.1:4840")
                        + machine("M2", "b", "opc.tcp://127.0.0.1:4840"),
                "KW-IMP-024",
                19);
    }

    @Test
    void machinesWithNodesOrServersOfTheirOwnAreTaken() {
        workshop.with(STATION
                + profile("a", "{machine}")
                + profile("b", "Stage")
                + machine("M1", "a", "opc.tcp://127.0.0.1:4840")
                + machine("M2", "a", "opc.tcp://127.0.0.1:4840")
                + machine("M3", "b", "opc.tcp://127.0.0.1:4840")
                + machine("M4", "b", "opc.tcp://127.0.0.1:4841"));

        assertThat(workshop.current().machines()).hasSize(4);
    }

    @Test
    void aProfileThatComesAnewCannotLeadMachinesInTheStoreTogether() {
        workshop.with(STATION
                + profile("a", "{machine}")
                + machine("M1", "a", "opc.tcp://127.0.0.1:4840")
                + machine("M2", "a", "opc.tcp://127.0.0.1:4840"));

        refused(profile("a", "Stage"), "KW-IMP-024", 6);
        assertThat(problems(machine("M3", "a", "opc.tcp://127.0.0.1:4840") + profile("a", "Stage")))
                .extracting(ImportProblem::code)
                .containsOnly("KW-IMP-024");
    }

    private static String withNodes(String parameters, String handshake, String more) {
        return """
                kind: MachineProfile
                id: a
                delivery: opcua-write
                parameters:
                  - {name: passes, type: UInt16, node: "nsu=urn:cnc;i=1"}
                  - %s
                handshake:
                  jobId: "nsu=urn:cnc;i=2"
                  %s
                  accepted: "nsu=urn:cnc;i=4"
                %s
                """.formatted(parameters, handshake, more);
    }

    private static final String PARAMETER = "{name: coolant, type: Boolean, node: \"nsu=urn:cnc;i=5\"}";
    private static final String READY = "ready: \"nsu=urn:cnc;i=3\"";

    @ParameterizedTest
    @CsvSource({"1, 6", "01, 6", "2, 8", "3, 9", "4, 10"})
    void aParameterHasItsNodeForItself(String number, int line) {
        refused(withNodes(PARAMETER.replace("i=5", "i=" + number), READY, ""), "KW-IMP-025", line);
    }

    @ParameterizedTest
    @CsvSource({"2, 9", "4, 10"})
    void theReleaseFlagHasItsNodeForItself(String number, int line) {
        refused(withNodes(PARAMETER, READY.replace("i=3", "i=" + number), ""), "KW-IMP-025", line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "completion: {node: `nsu=urn:cnc;i=2`}",
                "completion: {node: `nsu=urn:cnc;i=5`}",
                "state: {node: `nsu=urn:cnc;i=3`, values: {Idle: READY}}",
                "interlocks: [{node: `nsu=urn:cnc;i=3`, equals: true}]",
                "interlocks: [{node: `nsu=urn:cnc;i=5`, equals: true}]",
                "results: [{name: job, unit: '%', node: `nsu=urn:cnc;i=2`}]"
            })
    void whatWeWriteIsNoWordOfTheMachine(String more) {
        refused(withNodes(PARAMETER, READY, more.replace('`', '"')), "KW-IMP-025", 11);
    }

    @Test
    void aResultMayReadAParameterBackAndInterlockAndStateMayReadOneNode() {
        workshop.with(withNodes(PARAMETER, READY, """
                results: [{name: passesDone, unit: "%", node: "nsu=urn:cnc;i=1"}]
                interlocks: [{node: "nsu=urn:cnc;i=7", equals: Idle}]
                state: {node: "nsu=urn:cnc;i=7", values: {Idle: READY}}
                """));

        assertThat(workshop.current().profile("a")).isPresent();
    }
}
