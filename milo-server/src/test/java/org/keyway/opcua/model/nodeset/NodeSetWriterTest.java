package org.keyway.opcua.model.nodeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyway.opcua.model.LocalNamespaces;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelName;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.NodeBody;
import org.keyway.opcua.model.table.CompanionTable;

class NodeSetWriterTest {
    private static final Map<ExpandedNodeId, String> NAMES = Map.of(
            ExpandedNodeId.of("http://opcfoundation.org/UA/", 46), "HasProperty",
            ExpandedNodeId.of("http://opcfoundation.org/UA/", 12), "String");

    private static String written(Model model, List<String> uris) {
        StringWriter out = new StringWriter();
        NodeSetWriter.write(model, new LocalNamespaces(uris), NAMES, out);
        return out.toString();
    }

    private static NodeSetOutcome.Read read(String document) {
        NodeSetOutcome outcome = NodeSetReader.read(document.getBytes(StandardCharsets.UTF_8), "x.xml");
        assertThat(outcome).isInstanceOf(NodeSetOutcome.Read.class);
        return (NodeSetOutcome.Read) outcome;
    }

    @ParameterizedTest
    @EnumSource(CompanionTable.class)
    void whateverIsWrittenReadsAsTheSame(CompanionTable table) {
        Model model = table.read();
        List<String> uris = new ArrayList<>(List.of(model.uri()));
        Arrays.stream(CompanionTable.values())
                .map(CompanionTable::uri)
                .filter(uri -> !uri.equals(model.uri()))
                .forEach(uris::add);
        NodeSetOutcome.Read read = read(written(model, uris));
        assertThat(read.remarks()).isEmpty();
        List<ModelNode> different = new ArrayList<>(model.nodes());
        different.removeAll(read.models().get(0).nodes());
        assertThat(different).isEmpty();
        assertThat(read.models().get(0).equals(model)).isTrue();
    }

    @Test
    void aNodeHasTheAttributesThatToolsImport() {
        String document = written(
                CompanionTable.KEYWAY.read(),
                List.of(
                        CompanionTable.KEYWAY.uri(),
                        CompanionTable.DI.uri(),
                        CompanionTable.MACHINERY.uri(),
                        CompanionTable.JOB_CONTROL.uri(),
                        CompanionTable.JOBS.uri()));
        assertThat(document)
                .contains("<RequiredModel ModelUri=\"http://opcfoundation.org/UA/DI/\" Version=\"1.05.0\"")
                .contains("<Alias Alias=\"HasProperty\">i=46</Alias>")
                .contains("<UAVariable NodeId=\"ns=1;i=6901\" BrowseName=\"NamespaceUri\""
                        + " ParentNodeId=\"ns=1;i=5001\" DataType=\"String\">");
    }

    @Test
    void namesThatXmlCannotHoldAreWrittenWithoutWhatItCannotHold() {
        Model model = new Model(
                "urn:x",
                "",
                "",
                List.of(),
                List.of(new ModelNode(
                        ExpandedNodeId.of("urn:x", "a<&\">\u0001"),
                        new ModelName("urn:x", "<b>"),
                        "]]>\u0000",
                        new NodeBody.OfObject(0),
                        List.of())));
        ModelNode node =
                read(written(model, List.of("urn:x"))).models().get(0).nodes().get(0);
        assertThat(node.id()).isEqualTo(ExpandedNodeId.of("urn:x", "a<&\">\uFFFD"));
        assertThat(node.browseName().name()).isEqualTo("<b>");
        assertThat(node.displayName()).isEqualTo("]]>\uFFFD");
    }

    @Test
    void aNamespaceThatIsMissingIsAFault() {
        assertThatThrownBy(() -> written(CompanionTable.IA.read(), List.of(CompanionTable.IA.uri())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UA/DI/");
    }
}
