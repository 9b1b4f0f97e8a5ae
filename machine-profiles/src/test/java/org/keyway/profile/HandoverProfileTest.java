package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.profile.HandoverSettings.Encoding;
import org.keyway.profile.HandoverSettings.Level;
import org.keyway.profile.HandoverSettings.Verify;
import org.keyway.profile.workshopfile.WorkshopWriter;

class HandoverProfileTest {
    private static final String PROFILE = """
            kind: MachineProfile
            id: nutrunner
            delivery: opcua-host
            handover: {level: FULL, verify: ECHO, encoding: FLOAT, offerLife: 2min}
            parameters:
              - {name: torque, type: Double, unit: N·m, tolerance: 0.01, node: param=1}
              - {name: reverse, type: Boolean, node: param=65535}
              - {name: program, type: String, node: programName}
              - {name: parts, type: UInt32, node: runsPlanned}
            results:
              - {name: good, unit: "1", node: partsGood}
            ---
            kind: Station
            id: ST-1
            name: {en: Station, zh: 工位}
            ---
            kind: Machine
            id: NR-01
            class: NUTRUNNER
            station: ST-1
            operation: OP10
            profile: nutrunner
            """;

    @Test
    void aPlcThatFetchesItsJobsNeedsNoNodesAndNoEndpoint() {
        try (TestWorkshop workshop = new TestWorkshop().with(PROFILE);
                TestWorkshop there = new TestWorkshop()) {
            MachineProfile profile = workshop.current().profile("nutrunner").orElseThrow();
            assertThat(profile.handover())
                    .contains(new HandoverSettings(Level.FULL, Verify.ECHO, Encoding.FLOAT, Duration.ofMinutes(2)));
            there.with(String.join(
                    "---\n", WorkshopWriter.write(workshop.store().content()).values()));
            assertThat(there.store().content()).isEqualTo(workshop.store().content());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KW-IMP-065 | node: param=1} | node: nsu=urn:x;s=A}",
                "KW-IMP-018 | node: param=65535 | node: param=65536",
                "KW-IMP-065 | node: programName | node: partsGood",
                "KW-IMP-065 | type: String, node: programName | type: String, node: param=9",
                "KW-IMP-065 | node: partsGood | node: param=3",
                "KW-IMP-025 | node: param=65535 | node: param=1",
                "KW-IMP-037 | verify: ECHO | verify: CRC",
                "KW-IMP-065 | delivery: opcua-host | delivery: opcua-write",
                "KW-IMP-007 | level: FULL | level: HALF",
            })
    void whatNoPlcCouldReadIsRefused(String code, String right, String wrong) {
        try (TestWorkshop workshop = new TestWorkshop()) {
            String file = PROFILE.replace(right, wrong);
            assertThat(file).isNotEqualTo(PROFILE);
            WorkshopImporter.Outcome outcome = workshop.tryImport(file);
            assertThat(outcome).isInstanceOf(WorkshopImporter.Outcome.Refused.class);
            assertThat(((WorkshopImporter.Outcome.Refused) outcome).problems())
                    .extracting(ImportProblem::code)
                    .contains(code);
        }
    }
}
