package org.keyway.opcua.model.nodeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelCode;
import org.keyway.opcua.model.ModelDefinition;
import org.keyway.opcua.model.ModelName;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.ModelProblem;
import org.keyway.opcua.model.ModelValue;
import org.keyway.opcua.model.NodeBody;

class NodeSetReaderTest {
    private static final String URI = "urn:x";

    private static NodeSetOutcome read(String document) {
        return NodeSetReader.read(document.getBytes(StandardCharsets.UTF_8), "x.xml");
    }

    private static ModelProblem refusal(String document) {
        NodeSetOutcome outcome = read(document);
        assertThat(outcome).isInstanceOf(NodeSetOutcome.Refused.class);
        return ((NodeSetOutcome.Refused) outcome).problem();
    }

    private static NodeSetOutcome.Read reading(String document) {
        NodeSetOutcome outcome = read(document);
        assertThat(outcome).isInstanceOf(NodeSetOutcome.Read.class);
        return (NodeSetOutcome.Read) outcome;
    }

    private static ModelNode only(String node) {
        List<ModelNode> nodes = reading(NodeSetText.of(node)).models().get(0).nodes();
        assertThat(nodes).hasSize(1);
        return nodes.get(0);
    }

    @Test
    void aNodeIsReadWithItsNamespacesAliasesAndDefaults() {
        ModelNode node = only("""
                <UAVariable NodeId="ns=1;i=5" BrowseName="1:Speed" DataType="Double" ArrayDimensions="2,0" ValueRank="2">
                  <DisplayName>Speed</DisplayName>
                  <References><Reference ReferenceType="HasComponent" IsForward="false">i=85</Reference></References>
                </UAVariable>""");
        assertThat(node.id()).isEqualTo(ExpandedNodeId.of(URI, 5));
        assertThat(node.browseName()).isEqualTo(new ModelName(URI, "Speed"));
        NodeBody.OfVariable variable = (NodeBody.OfVariable) node.body();
        assertThat(variable.shape().dataType()).isEqualTo(ExpandedNodeId.of("http://opcfoundation.org/UA/", 11));
        assertThat(variable.shape().rank()).isEqualTo(2);
        assertThat(variable.shape().dimensions()).containsExactly(2L, 0L);
        assertThat(variable.accessLevel()).isEqualTo(1);
        assertThat(variable.value()).isEqualTo(ModelValue.NONE);
        assertThat(node.references()).singleElement().satisfies(reference -> {
            assertThat(reference.forward()).isFalse();
            assertThat(reference.type()).isEqualTo(ExpandedNodeId.of("http://opcfoundation.org/UA/", 47));
        });
    }

    @Test
    void valuesOfStructuresAreRead() {
        ModelNode node = only(NodeSetText.variable("""
                <ExtensionObject xmlns="http://opcfoundation.org/UA/2008/02/Types.xsd">
                  <TypeId><Identifier>i=888</Identifier></TypeId>
                  <Body><EUInformation><NamespaceUri>u</NamespaceUri><UnitId>-1</UnitId>
                    <DisplayName><Locale>de</Locale><Text> mm </Text></DisplayName></EUInformation></Body>
                </ExtensionObject>"""));
        assertThat(((NodeBody.OfVariable) node.body()).value())
                .isEqualTo(new ModelValue(
                        "EUInformation",
                        false,
                        List.of(new EUInformation(
                                "u", -1, new LocalizedText("de", " mm "), LocalizedText.NULL_VALUE))));
    }

    @Test
    void valuesThatAreNotUnderstoodAreToldOfOnceAKindAndLeftOut() {
        String value = NodeSetText.variable("<XmlElement>x</XmlElement>");
        NodeSetOutcome.Read read = reading(NodeSetText.of(value + value.replace("i=9", "i=10")));
        assertThat(read.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo(ModelCode.VALUE_LEFT_OUT);
            assertThat(remark.what()).isEqualTo("XmlElement");
            assertThat(remark.line()).isPositive();
        });
        assertThat(read.models().get(0).nodes()).hasSize(2);
    }

    @Test
    void whetherFieldsAreOfAnEnumerationOrAStructureIsSeen() {
        assertThat(kind("<Field Name=\"A\" Value=\"0\"/>")).isEqualTo(ModelDefinition.Kind.ENUMERATION);
        assertThat(kind("<Field Name=\"A\" DataType=\"i=12\"/>")).isEqualTo(ModelDefinition.Kind.STRUCTURE);
        assertThat(kind("<Field Name=\"A\" DataType=\"i=22\" AllowSubTypes=\"true\"/>"))
                .isEqualTo(ModelDefinition.Kind.STRUCTURE_WITH_SUBTYPES);
    }

    private static ModelDefinition.Kind kind(String field) {
        ModelNode node = only("<UADataType NodeId=\"ns=1;i=1\" BrowseName=\"1:T\"><Definition Name=\"1:T\">" + field
                + "</Definition></UADataType>");
        return ((NodeBody.OfDataType) node.body()).definition().kind();
    }

    @Test
    void aDoctypeIsRefusedAndNothingItNamesIsRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        String document = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>\n"
                + NodeSetText.of(
                        "<UAObject NodeId=\"ns=1;i=1\" BrowseName=\"1:A\"><DisplayName>&e;</DisplayName></UAObject>");
        ModelProblem problem = refusal(document);
        assertThat(problem.code()).isEqualTo(ModelCode.DOCTYPE);
        assertThat(problem.facts().toString()).doesNotContain("secret");
    }

    @Test
    void entitiesThatGrowAreRefusedBeforeTheyDo() {
        StringBuilder document = new StringBuilder("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">");
        for (char c = 'b'; c < 'm'; c++) {
            String before = "&" + (char) (c - 1) + ";";
            document.append("<!ENTITY ")
                    .append(c)
                    .append(" \"")
                    .append(before.repeat(10))
                    .append("\">");
        }
        document.append("]>").append(NodeSetText.of("<UAObject NodeId=\"&l;\" BrowseName=\"1:A\"/>"));
        assertThat(refusal(document.toString()).code()).isEqualTo(ModelCode.DOCTYPE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MALFORMED         | <UAObject NodeId="ns=1;i=1" BrowseName="1:A">
            MALFORMED         | <UAObject NodeId="ns=1;i=1" BrowseName="1:A">&nope;</UAObject>
            BAD_VALUE         | <UAObject BrowseName="1:A"/>
            BAD_VALUE         | <UAObject NodeId="ns=1;i=1" BrowseName="1:A" EventNotifier="999"/>
            BAD_VALUE         | <UAVariable NodeId="ns=1;i=1" BrowseName="1:A" ValueRank="x"/>
            BAD_VALUE         | <UAVariable NodeId="ns=1;i=1" BrowseName="1:A" ValueRank="99999999999"/>
            BAD_VALUE         | <UAVariable NodeId="ns=1;i=1" BrowseName="1:A" ArrayDimensions="-1"/>
            BAD_VALUE         | <UAVariable NodeId="ns=1;i=1" BrowseName="1:A" AccessLevel="4294967296"/>
            BAD_VALUE         | <UAVariable NodeId="ns=1;i=1" BrowseName="1:A"><Value><Int32>x</Int32></Value></UAVariable>
            UNKNOWN_NAMESPACE | <UAObject NodeId="ns=7;i=1" BrowseName="1:A"/>
            UNKNOWN_NAMESPACE | <UAObject NodeId="ns=1;i=1" BrowseName="70000:A"/>
            UNKNOWN_NAMESPACE | <UAObject NodeId="ns=1;i=-1" BrowseName="1:A"/>
            UNKNOWN_ALIAS     | <UAVariable NodeId="ns=1;i=1" BrowseName="1:A" DataType="Nonsense"/>
            DUPLICATE_NODE    | <UAObject NodeId="ns=1;i=1" BrowseName="1:A"/><UAObject NodeId="ns=1;i=1" BrowseName="1:B"/>
            FOREIGN_NODE      | <UAObject NodeId="i=1" BrowseName="A"/>
            """)
    void aWrongNodeIsRefusedWithItsLine(ModelCode code, String node) {
        ModelProblem problem = refusal(NodeSetText.of(node));
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.line()).isGreaterThanOrEqualTo(NodeSetText.FIRST_LINE);
        assertThat(problem.file()).isEqualTo("x.xml");
    }

    @Test
    void whatIsNoNodeSetIsRefused() {
        assertThat(refusal("<UANodeSet/>").code()).isEqualTo(ModelCode.NOT_A_NODESET);
        assertThat(refusal("<html/>").code()).isEqualTo(ModelCode.NOT_A_NODESET);
        assertThat(refusal("<UANodeSet xmlns=\"" + NodeSetText.NAMESPACE + "\"/>")
                        .code())
                .isEqualTo(ModelCode.NOT_A_NODESET);
        assertThat(refusal("").code()).isEqualTo(ModelCode.MALFORMED);
        assertThat(refusal("PK\u0003\u0004").code()).isEqualTo(ModelCode.MALFORMED);
    }

    @Test
    void sizeDepthAndNumberAreBounded() {
        assertThat(((NodeSetOutcome.Refused) NodeSetReader.read(new byte[33 * 1024 * 1024], "x.xml"))
                        .problem()
                        .code())
                .isEqualTo(ModelCode.TOO_LARGE);
        assertThat(refusal(NodeSetText.of("<UAObject NodeId=\"ns=1;i=1\" BrowseName=\"1:A\">" + "<a>".repeat(100_000)))
                        .code())
                .isEqualTo(ModelCode.TOO_DEEP);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i <= 100_000; i++) {
            many.append("<UAObject NodeId=\"ns=1;i=").append(i).append("\" BrowseName=\"1:A\"/>");
        }
        assertThat(refusal(NodeSetText.of(many.toString())).code()).isEqualTo(ModelCode.TOO_LARGE);
    }

    @Test
    void aFileThatIsNotThereIsRefused(@TempDir Path folder) {
        assertThat(NodeSetReader.read(folder.resolve("none.xml")))
                .isEqualTo(new NodeSetOutcome.Refused(
                        new ModelProblem(ModelCode.UNREADABLE, "none.xml", 0, "NoSuchFileException")));
    }

    @Test
    void noDamageToAFileMakesTheReaderThrow() {
        byte[] whole = NodeSetText.of(NodeSetText.variable("<ListOfInt32><Int32>1</Int32></ListOfInt32>"))
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(NodeSetReader.read(damaged, "x.xml")).isNotNull();
        }
    }

    @Test
    void aFileFromBeforeThereWereModelsIsItsFirstNamespace() {
        Model model = reading(NodeSetText.of("<UAObject NodeId=\"ns=1;i=1\" BrowseName=\"1:A\"/>")
                        .replaceAll("<Models>.*</Models>", ""))
                .models()
                .get(0);
        assertThat(model.uri()).isEqualTo(URI);
        assertThat(model.version()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ModelCode.class)
    void everyCodeHasItsSentenceInBothLanguages(ModelCode code) {
        MessageCatalogue catalogue =
                MessageCatalogue.load("org.keyway.opcua.messages", ModelCode.class.getClassLoader());
        assertThat(catalogue.contains(code.code())).isTrue();
        ModelProblem problem = new ModelProblem(code, "x.xml", 3, "this");
        assertThat(catalogue.message(code.code(), problem.facts()).en())
                .contains("x.xml")
                .doesNotContain("?", "{");
        assertThat(catalogue.message(code.code(), problem.facts()).zh())
                .contains("x.xml")
                .doesNotContain("?", "{");
    }
}
