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
import org.keyway.profile.workshopfile.WorkshopWriter;

final class ValueTypesTest {
    private final TestWorkshop workshop = new TestWorkshop().with(TestWorkshop.FLOOR);

    @AfterEach
    void close() {
        workshop.close();
    }

    private static String profile(String parameter) {
        return """
                {kind: MachineProfile, id: hmc, delivery: opcua-write, parameters: [{name: it, node: "nsu=urn:cnc:{machine};s=It", %s}],
                handshake: {jobId: "nsu=urn:cnc:{machine};s=J", ready: "nsu=urn:cnc:{machine};s=R", accepted: "nsu=urn:cnc:{machine};s=A"}}
                """.formatted(parameter);
    }

    private static String set(String value) {
        return "---\n{kind: ParameterSet, id: S, scope: {}, values: {it: " + value + "}}\n";
    }

    private List<String> codes(String parameter, String value) {
        return workshop.tryImport(profile(parameter) + set(value)) instanceof WorkshopImporter.Outcome.Refused refused
                ? refused.problems().stream().map(ImportProblem::code).toList()
                : List.of();
    }

    private MatchedValue matched(String parameter, String value) {
        workshop.with(profile(parameter) + set(value));
        MatchResult result = workshop.match("HMC-01", TestWorkshop.crankcase());
        assertThat(result).isInstanceOf(MatchResult.Matched.class);
        return ((MatchResult.Matched) result).values().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Boolean | true | true",
                "SByte | -128 | -128",
                "Byte | 255 | 255",
                "Int16 | -32768 | -32768",
                "UInt16 | 65535 | 65535",
                "Int32 | -2147483648 | -2147483648",
                "UInt32 | 4294967295 | 4294967295",
                "Int64 | -9223372036854775808 | -9223372036854775808",
                "UInt64 | 18446744073709551615 | 18446744073709551615",
                "Float | 0.1 | 0.1",
                "Float | 16777216 | 16777216",
                "Double | 52.003 | 52.003",
                "String | '007' | 007",
                "DateTime | '2026-11-25T08:00:00.1234567+08:00' | 2026-11-25T00:00:00.123456700Z",
                "Guid | 0AE1B6F0-1c2d-4e5f-8a9b-000000000001 | 0ae1b6f0-1c2d-4e5f-8a9b-000000000001",
                "ByteString | AAEC | AAEC",
                "XmlElement | '<tool n=\"1\"/>' | <tool n=\"1\"/>",
                "XmlElement | '<a>1 &lt; 2</a>' | <a>1 &lt; 2</a>",
                "NodeId | 'nsu=urn:cnc;i=007' | nsu=urn:cnc;i=7",
                "NodeId | i=85 | i=85",
                "ExpandedNodeId | 'svr=1;nsu=urn:cnc;s=Tool' | svr=1;nsu=urn:cnc;s=Tool",
                "StatusCode | '0x803c0000' | 0x803C0000",
                "QualifiedName | 'nsu=urn:cnc;Tool' | nsu=urn:cnc;Tool",
                "LocalizedText | {locale: zh-CN, text: 刀具} | 刀具",
                "LocalizedText | tool | tool",
            })
    void aValueOfEachTypeHasOneForm(String type, String written, String form) {
        assertThat(matched("type: " + type, written).nodeValue()).hasToString(form);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SByte | -129",
                "Byte | 256",
                "UInt64 | 18446744073709551616",
                "UInt64 | -1",
                "Int64 | 9223372036854775808",
                "Int32 | 1.5",
                "Int32 | 1e999999999",
                "Double | 1e-999999999",
                "Float | 16777217",
                "Float | 0.123456789",
                "Float | 1e39",
                "Float | 1e-60",
                "Double | 9007199254740993",
                "Double | 1e400",
                "Double | .nan",
                "Double | -.inf",
                "Boolean | 1",
                "DateTime | '2026-11-25T08:00:00.12345678Z'",
                "DateTime | '1601-01-01T00:00:00Z'",
                "DateTime | '9999-12-31T23:59:59Z'",
                "DateTime | yesterday",
                "Guid | 1-1-1-1-1",
                "ByteString | AAE",
                "ByteString | AAF=",
                "XmlElement | '<tool>'",
                "XmlElement | '<tool/><tool/>'",
                "XmlElement | '<tool>&b;</tool>'",
                "XmlElement | '<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>'",
                "NodeId | ns=2;s=Tool",
                "NodeId | i=4294967296",
                "NodeId | Tool",
                "ExpandedNodeId | svr=x;i=1",
                "StatusCode | Bad_OutOfRange",
                "QualifiedName | ns=2;Tool",
                "LocalizedText | {locale: 'not a locale', text: a}",
                "LocalizedText | [a]",
            })
    void whatATypeCannotCarryIsRefused(String type, String written) {
        assertThat(codes("type: " + type, written)).contains("KW-IMP-015");
    }

    @Test
    void aFloatTakesADecimalThatIsOffByNoMoreThanItsTolerance() {
        assertThat(codes("type: Float, unit: mm, tolerance: 0.001", "16.1234567"))
                .isEmpty();
        assertThat(codes("type: Float, unit: mm, nodeUnit: m, tolerance: 0.0000000001", "16.1234567"))
                .containsExactly("KW-IMP-015");
    }

    @ParameterizedTest
    @CsvSource({"Number", "Integer", "UInteger", "Enumeration", "Structure", "'NcProgram[]'", "''"})
    void aTypeThatNoNodeIsWrittenWithIsRefusedWithASentence(String type) {
        WorkshopImporter.Outcome outcome = workshop.tryImport(profile("type: '" + type + "'"));

        assertThat(outcome).isInstanceOf(WorkshopImporter.Outcome.Refused.class);
        assertThat(((WorkshopImporter.Outcome.Refused) outcome).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("KW-IMP-030");
                    assertThat(problem.message().en()).contains("UInt64").doesNotContain("{");
                    assertThat(problem.message().zh()).contains("抽象类型");
                });
    }

    @Test
    void anArrayIsConvertedElementByElement() {
        MatchedValue value = matched("type: 'Double[]', unit: mm, length: 3, min: 0", "{value: [1, 2.5, 0], unit: in}");

        assertThat(value.value()).isEqualTo(List.of(new BigDecimal("25.4"), new BigDecimal("63.5"), BigDecimal.ZERO));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "KW-IMP-015 | type: 'Double[]', length: 3 | [1, 2]",
                "KW-IMP-015 | type: 'Double[]', maxLength: 2 | [1, 2, 3]",
                "KW-IMP-015 | type: 'Double[]' | 1",
                "KW-IMP-015 | type: Double | [1]",
                "KW-IMP-015 | type: 'UInt16[]' | [1, -1]",
                "KW-IMP-013 | type: 'Double[]', max: 2 | [1, 3]",
                "KW-IMP-007 | type: 'Double[]' | [1, [2]]",
                "KW-IMP-037 | type: Double, length: 3 | 1",
                "KW-IMP-035 | type: 'Double[]' | {formula: '1.0'}",
                "KW-IMP-035 | type: LocalizedText | {formula: '\"a\"'}",
                "KW-IMP-026 | type: 'Double[]' | {offset: 1}",
            })
    void anArrayThatDoesNotFitIsRefused(String code, String parameter, String value) {
        assertThat(codes(parameter, value)).contains(code);
    }

    @Test
    void aLongArrayIsRefusedBeforeItIsRead() {
        assertThat(codes("type: 'Byte[]'", "[" + "1, ".repeat(1001) + "1]")).contains("KW-IMP-002");
    }

    @Test
    void valuesOfEveryTypeComeBackFromTheStoreAndFromAnExport() {
        workshop.with("""
                {kind: MachineProfile, id: hmc, delivery: opcua-write, parameters: [
                {name: text, type: LocalizedText, node: "nsu=urn:cnc:{machine};s=1"},
                {name: texts, type: "LocalizedText[]", node: "nsu=urn:cnc:{machine};s=2"},
                {name: numbers, type: "Double[]", unit: mm, length: 2, node: "nsu=urn:cnc:{machine};s=3"},
                {name: flags, type: "Boolean[]", maxLength: 7, node: "nsu=urn:cnc:{machine};s=4"},
                {name: mode, type: UInt16, node: "nsu=urn:cnc:{machine};s=5", roleLimits: {setter: {min: 1, max: 2}},
                 choices: [{value: 1, name: ROUGH, label: {en: Rough, zh: 粗}}, {value: 2, name: FINE}]},
                {name: program, type: NcProgram, maxLength: 24, node: "nsu=urn:cnc:{machine};s=6", versionNode: "nsu=urn:cnc:{machine};s=7", sha256Node: "nsu=urn:cnc:{machine};s=8"}],
                handshake: {jobId: "nsu=urn:cnc:{machine};s=J", ready: "nsu=urn:cnc:{machine};s=R", accepted: "nsu=urn:cnc:{machine};s=A"}}
                ---
                {kind: Product, id: CC-150, family: CRANKCASE-150, limits: {numbers: {min: 0, max: 1.50, unit: in}}}
                ---
                {kind: ProductFamily, id: CRANKCASE, limits: {numbers: {max: 100}}}
                ---
                {kind: Machine, id: HMC-01, class: HMC, station: ST-10, operation: OP20, profile: hmc, limits: {mode: {max: 2}},
                endpoint: {url: "opc.tcp://127.0.0.1:48400", security: None}}
                ---
                {kind: ParameterSet, id: S, scope: {}, values: {text: {locale: zh, text: "刀具 ${A}"}, texts: [a, {text: b}, {locale: en, text: c}],
                numbers: {value: [1, 0.5], unit: in}, flags: [], mode: ROUGH, program: {name: O1234, version: "1.10", sha256: %s}}}
                """.formatted("ab".repeat(32)));
        WorkshopContent content = workshop.store().content();
        ParameterSet set = content.sets().get(0);

        assertThat(set.values().get("texts"))
                .isEqualTo(new ValueSource.Constant(
                        List.of("a", new LocalText(Optional.empty(), "b"), new LocalText(Optional.of("en"), "c")),
                        Optional.empty()));
        assertThat(set.values().get("program"))
                .isEqualTo(new ValueSource.Constant(new NcProgram("O1234", "1.10", "ab".repeat(32)), Optional.empty()));
        Map<String, String> files = WorkshopWriter.write(content);
        assertThat(workshop.tryImport(String.join("---\n", files.values())))
                .isEqualTo(new WorkshopImporter.Outcome.Imported(0, 0));
        try (TestWorkshop there = new TestWorkshop().with(String.join("---\n", files.values()))) {
            assertThat(there.store().content()).isEqualTo(content);
        }
    }
}
