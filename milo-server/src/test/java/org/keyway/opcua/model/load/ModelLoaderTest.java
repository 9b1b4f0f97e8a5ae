package org.keyway.opcua.model.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.nodes.UaDataTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.structured.StructureDefinition;
import org.eclipse.milo.opcua.stack.core.types.structured.StructureField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.NodeBody;

/** What the program's own tables become in a server. */
class ModelLoaderTest {
    private static OpcUaServer server;
    private static ModelLoader loader;
    private static LoadedModels loaded;

    @BeforeAll
    static void load() {
        server = ModelServer.make();
        loader = new ModelLoader(server, NamespaceOrder.ofThisRun());
        loaded = loader.load(List.of());
    }

    @AfterAll
    static void unload() {
        loader.unload();
    }

    private static Optional<UaNode> node(ExpandedNodeId id) {
        return server.getAddressSpaceManager().getManagedNode(id);
    }

    private static NodeId id(int namespace, int id) {
        return new NodeId(namespace, id);
    }

    @Test
    void everyNamespaceHasTheIndexThatClientsMayRelyOn() {
        assertThat(server.getNamespaceTable().toArray())
                .containsExactly(
                        "http://opcfoundation.org/UA/",
                        "urn:keyway:test",
                        "http://opcfoundation.org/UA/DI/",
                        "http://opcfoundation.org/UA/IA/",
                        "http://opcfoundation.org/UA/Machinery/",
                        "http://opcfoundation.org/UA/ISA95-JOBCONTROL_V2/",
                        "http://opcfoundation.org/UA/Machinery/Jobs/",
                        "urn:keyway:ua:types:v1",
                        "urn:keyway:ua:machines");
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void everyIdThatAModelSpeaksOfIsThere() {
        List<ExpandedNodeId> missing = new ArrayList<>();
        for (Model model : loaded.models()) {
            for (ModelNode node : model.nodes()) {
                Stream.concat(
                                Stream.of(node.id()),
                                node.references().stream().flatMap(each -> Stream.of(each.type(), each.target())))
                        .filter(id -> node(id).isEmpty())
                        .forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyVariableAndItsReferencesAreAsTheTableSays() {
        ServerIds ids = new ServerIds(server.getNamespaceTable());
        for (Model model : loaded.models()) {
            for (ModelNode node : model.nodes()) {
                UaNode made = node(node.id()).orElseThrow();
                assertThat(made.getNodeClass()).isEqualTo(node.body().nodeClass());
                assertThat(made.getBrowseName()).isEqualTo(ids.name(node.browseName()));
                assertThat(made.getDisplayName().text()).isEqualTo(node.displayName());
                assertThat(made.getReferences())
                        .containsAll(node.references().stream()
                                .map(each -> ids.reference(made.getNodeId(), each))
                                .toList())
                        .doesNotHaveDuplicates();
                if (node.body() instanceof NodeBody.OfVariable variable && made instanceof UaVariableNode shown) {
                    assertThat(shown.getDataType())
                            .isEqualTo(ids.id(variable.shape().dataType()));
                    assertThat(shown.getValueRank()).isEqualTo(variable.shape().rank());
                    assertThat(shown.getValue().getValue().isNull())
                            .isEqualTo(variable.value().elements().isEmpty());
                }
            }
        }
    }

    @Test
    void aStructureHasTheFieldsThatItInheritsBeforeItsOwn() {
        assertThat(fields(id(2, 15888))).containsExactly("Status", "Diagnostics");
        assertThat(fields(id(5, 3008)))
                .startsWith("JobOrderID", "Description", "WorkMasterID", "StartTime", "EndTime", "Priority");
        UaDataTypeNode jobOrder = (UaDataTypeNode)
                server.getAddressSpaceManager().getManagedNode(id(5, 3008)).orElseThrow();
        StructureDefinition definition = (StructureDefinition) jobOrder.getDataTypeDefinition();
        assertThat(definition.getDefaultEncodingId()).isEqualTo(id(5, 5014));
        assertThat(definition.getBaseDataType()).isEqualTo(NodeIds.Structure);
    }

    private static List<String> fields(NodeId type) {
        UaDataTypeNode node = (UaDataTypeNode)
                server.getAddressSpaceManager().getManagedNode(type).orElseThrow();
        return Arrays.stream(((StructureDefinition) node.getDataTypeDefinition()).getFields())
                .map(StructureField::getName)
                .toList();
    }

    @Test
    void everyStructureHasACodec() {
        ServerIds ids = new ServerIds(server.getNamespaceTable());
        List<String> without = loaded.models().stream()
                .flatMap(model -> model.nodes().stream())
                .filter(node -> node.body() instanceof NodeBody.OfDataType type && !type.isAbstract())
                .filter(node -> server.getDataTypeTree().isStructType(ids.id(node.id())))
                .filter(node -> server.getStaticDataTypeManager().getCodec(ids.id(node.id())) == null
                        || server.getDynamicDataTypeManager().getCodec(ids.id(node.id())) == null)
                .map(ModelNode::displayName)
                .toList();
        assertThat(without).isEmpty();
        assertThat(server.getStaticDataTypeManager().getCodec(id(5, 5014))).isNotNull();
    }

    @Test
    void typesStandBelowTheirSupertypesAcrossNamespaces() {
        assertThat(server.getObjectTypeTree().isSubtypeOf(id(7, 1101), id(5, 1006)))
                .isTrue();
        assertThat(server.getObjectTypeTree().isSubtypeOf(id(7, 1101), NodeIds.BaseEventType))
                .isTrue();
        assertThat(server.getVariableTypeTree().isSubtypeOf(id(7, 2001), NodeIds.AnalogUnitRangeType))
                .isTrue();
        assertThat(server.getReferenceTypeTree().isSubtypeOf(id(2, 6031), NodeIds.HierarchicalReferences))
                .isTrue();
    }
}
