package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CodeReaderTest {
    private final TestWorkshop workshop = new TestWorkshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    private static String station(String id, String readers) {
        return "kind: Station\nid: " + id + "\nreaders:\n" + readers;
    }

    @Test
    void aStationNamesTheReadersWhoseCodesAreItsScans() {
        workshop.with(TestWorkshop.FLOOR).with(station("ST-30", """
                  - id: OR-1
                    endpoint: {url: "opc.tcp://10.1.2.9:4840", user: keyway, passwordFrom: "env:OR1"}
                    node: "nsu=urn:vendor:reader;i=5001"
                    codes: [GS1, "RAW:STRING"]
                """));

        List<CodeReader> readers =
                workshop.current().station("ST-30").orElseThrow().readers();

        assertThat(readers)
                .containsExactly(new CodeReader(
                        "OR-1",
                        new Endpoint(
                                "opc.tcp://10.1.2.9:4840",
                                "Basic256Sha256",
                                Optional.of("keyway"),
                                Optional.of("env:OR1")),
                        "nsu=urn:vendor:reader;i=5001",
                        List.of("GS1", "RAW:STRING")));
        assertThat(readers.get(0).takes("GS1")).isTrue();
        assertThat(readers.get(0).takes("EPC")).isFalse();
    }

    @Test
    void aStationThatNamesNoneHasNone() {
        workshop.with(TestWorkshop.FLOOR);
        assertThat(workshop.current().stations())
                .isNotEmpty()
                .allSatisfy(station -> assertThat(station.readers()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "KW-IMP-006 | `{id: A, node: \"nsu=urn:r;i=1\"}`",
                "KW-IMP-006 | `{id: A, endpoint: {url: \"opc.tcp://10.0.0.1\"}}`",
                "KW-IMP-006 | `{endpoint: {url: \"opc.tcp://10.0.0.1\"}, node: \"nsu=urn:r;i=1\"}`",
                "KW-IMP-018 | `{id: A, endpoint: {url: \"opc.tcp://10.0.0.1\"}, node: \"ns=2;i=1\"}`",
                "KW-IMP-021 | `{id: A, endpoint: {url: \"opc.tcp://10.0.0.1\", security: None}, node: \"nsu=urn:r;i=1\"}`",
                "KW-IMP-007 | `{id: A, endpoint: {url: \"opc.tcp://10.0.0.1\"}, node: \"nsu=urn:r;i=1\", codes: [QR]}`",
                "KW-IMP-005 | `{id: A, endpoint: {url: \"opc.tcp://10.0.0.1\"}, node: \"nsu=urn:r;i=1\", kind: AutoId}`",
                "KW-IMP-008 | `{id: A, endpoint: {url: \"opc.tcp://10.0.0.1\"}, node: \"nsu=urn:r;i=1\"};{id: A, endpoint: {url: \"opc.tcp://10.0.0.1\"}, node: \"nsu=urn:r;i=2\"}`",
            })
    void aReaderThatCannotBeReachedOrToldApartIsRefused(String code, String readers) {
        workshop.with(TestWorkshop.FLOOR);

        assertThat(problems(station("ST-30", "  - " + readers.replace(";{", "\n  - {") + "\n")))
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"opc.tcp://10.0.0.1:4840,i=7", "OPC.TCP://10.0.0.1:4840/,i=007"})
    void aReaderOfTwoStationsIsRefusedHoweverItIsWritten(String url, String node) {
        workshop.with(TestWorkshop.FLOOR).with(station("ST-30", reader("opc.tcp://10.0.0.1:4840", "i=7")));

        assertThat(problems(station("ST-31", reader(url, node)))).containsExactly("KW-AUTOID-001");
    }

    @Test
    void twoReadersOfOneServerMayServeTwoStations() {
        workshop.with(TestWorkshop.FLOOR)
                .with(station("ST-30", reader("opc.tcp://10.0.0.1:4840", "i=7")))
                .with(station("ST-31", reader("opc.tcp://10.0.0.1:4840", "i=8")));

        assertThat(workshop.current().station("ST-31").orElseThrow().readers()).hasSize(1);
    }

    private static String reader(String url, String node) {
        return "  - {id: A, endpoint: {url: \"" + url + "\"}, node: \"nsu=urn:r;" + node + "\"}\n";
    }

    private List<String> problems(String file) {
        return workshop.tryImport(file) instanceof WorkshopImporter.Outcome.Refused refused
                ? refused.problems().stream().map(ImportProblem::code).toList()
                : List.of();
    }
}
