package org.keyway.opcua.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.server.model.objects.BaseEventTypeNode;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.DataTypeManager;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyway.opcua.isa95.Isa95JobOrder;
import org.keyway.opcua.machine.DeliveryFeature;
import org.keyway.opcua.machine.IdentificationFeature;
import org.keyway.opcua.machine.LinkFeature;
import org.keyway.opcua.machine.ParametersFeature;
import org.keyway.opcua.model.KeywayTypes;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.ModelReference;
import org.keyway.opcua.model.NodeBody;
import org.keyway.opcua.model.table.CompanionTable;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.opcua.space.MachineNode;
import org.keyway.opcua.space.Namespaces;

/** The companion models as a client finds them, and our instances held to their types. */
class CompanionSpaceTest {
    private static final List<MachineNode> MACHINES = new ArrayList<>();
    private static final MachineFeature WATCH = machine -> {
        MACHINES.add(machine);
        return new MachineFeature.Attachment() {};
    };

    private static ServedWorkshop workshop;
    private static OpcUaClient client;

    @BeforeAll
    static void serve(@TempDir Path pki) throws Exception {
        workshop = new ServedWorkshop(
                pki,
                Set.of(
                        new IdentificationFeature(),
                        new ParametersFeature(),
                        new DeliveryFeature(),
                        new LinkFeature(),
                        WATCH),
                "M1");
        client = workshop.client();
    }

    @AfterAll
    static void close() throws Exception {
        client.disconnect();
        workshop.close();
    }

    private static NodeId id(ExpandedNodeId id) throws UaException {
        return id.toNodeIdOrThrow(client.getNamespaceTable());
    }

    private static ReadValueId reading(NodeId node, AttributeId attribute) {
        return new ReadValueId(node, attribute.uid(), null, QualifiedName.NULL_VALUE);
    }

    private static List<Object> read(NodeId node, AttributeId... attributes) throws UaException {
        List<Object> values = new ArrayList<>();
        for (DataValue value : client.read(
                        0,
                        TimestampsToReturn.Neither,
                        List.of(attributes).stream()
                                .map(each -> reading(node, each))
                                .toList())
                .getResults()) {
            values.add(value.value().value());
        }
        return values;
    }

    @ParameterizedTest
    @EnumSource(CompanionTable.class)
    void everyNodeOfAModelIsReadAsTheModelSays(CompanionTable table) throws UaException {
        for (ModelNode node : table.read().nodes()) {
            NodeId id = id(node.id());
            List<Object> read = read(id, AttributeId.NodeClass, AttributeId.BrowseName, AttributeId.DisplayName);
            assertThat(read.get(0))
                    .as(id.toParseableString())
                    .isEqualTo(node.body().nodeClass().getValue());
            assertThat(((QualifiedName) read.get(1)).name())
                    .isEqualTo(node.browseName().name());
            assertThat(client.getNamespaceTable().get(((QualifiedName) read.get(1)).namespaceIndex()))
                    .isEqualTo(node.browseName().namespace());
            assertThat(((LocalizedText) read.get(2)).text()).isEqualTo(node.displayName());
            body(id, node.body());
            assertThat(references(id)).containsAll(targets(node));
        }
    }

    private static void body(NodeId id, NodeBody body) throws UaException {
        if (body instanceof NodeBody.OfVariable variable) {
            assertThat(read(id, AttributeId.DataType, AttributeId.ValueRank))
                    .containsExactly(
                            id(variable.shape().dataType()), variable.shape().rank());
        } else if (body instanceof NodeBody.OfVariableType type) {
            assertThat(read(id, AttributeId.DataType, AttributeId.ValueRank, AttributeId.IsAbstract))
                    .containsExactly(id(type.shape().dataType()), type.shape().rank(), type.isAbstract());
        } else if (body instanceof NodeBody.OfObjectType type) {
            assertThat(read(id, AttributeId.IsAbstract)).containsExactly(type.isAbstract());
        } else if (body instanceof NodeBody.OfReferenceType type) {
            List<Object> read = read(id, AttributeId.Symmetric, AttributeId.InverseName);
            assertThat(read.get(0)).isEqualTo(type.symmetric());
            if (!type.inverseName().isEmpty()) {
                assertThat(((LocalizedText) read.get(1)).text()).isEqualTo(type.inverseName());
            }
        } else if (body instanceof NodeBody.OfDataType type) {
            assertThat(read(id, AttributeId.IsAbstract)).containsExactly(type.isAbstract());
            assertThat(read(id, AttributeId.DataTypeDefinition).get(0)).isNotNull();
        }
    }

    private record Target(NodeId type, boolean forward, NodeId target) {}

    private static Set<Target> targets(ModelNode node) throws UaException {
        Set<Target> targets = new HashSet<>();
        for (ModelReference each : node.references()) {
            targets.add(new Target(id(each.type()), each.forward(), id(each.target())));
        }
        return targets;
    }

    private static Set<Target> references(NodeId node) throws UaException {
        Set<Target> found = new HashSet<>();
        BrowseDescription description = new BrowseDescription(
                node, BrowseDirection.Both, NodeIds.References, true, UInteger.MIN, UInteger.valueOf(0x3F));
        for (ReferenceDescription each : client.browse(description).getReferences()) {
            found.add(new Target(each.getReferenceTypeId(), each.getIsForward(), id(each.getNodeId())));
        }
        return found;
    }

    @Test
    void everyInstanceHasWhatItsTypeSaysIsMandatory() throws UaException {
        assertThat(InstanceCheck.faults(client, new NodeId(8, "M1"))).isEmpty();
        assertThat(InstanceCheck.faults(client, new NodeId(8, "Keyway"))).isEmpty();
    }

    @Test
    void everyNamespaceOfOursDescribesItself() throws UaException {
        List<String> uris = new ArrayList<>();
        for (Target each : references(NodeIds.Server_Namespaces)) {
            if (each.forward() && each.type().equals(NodeIds.HasComponent)) {
                String shown = String.valueOf(
                        read(each.target(), AttributeId.DisplayName).get(0));
                uris.add(shown);
                if (shown.contains("urn:keyway:ua")) {
                    assertThat(InstanceCheck.faults(client, each.target())).isEmpty();
                }
            }
        }
        for (String uri :
                List.of(Namespaces.DI, Namespaces.IA, Namespaces.JOBS, Namespaces.TYPES, Namespaces.MACHINES)) {
            assertThat(uris).anyMatch(shown -> shown.contains(uri));
        }
    }

    @Test
    void nobodyWritesOrCallsWhatIsADeclaration() throws UaException {
        NodeId declared = new NodeId(4, 6016); // its model says that it can be written
        List<StatusCode> written = client.writeValues(
                List.of(declared), List.of(DataValue.valueOnly(Variant.of(QualifiedName.parse("x")))));
        assertThat(written).noneMatch(StatusCode::isGood);
        StatusCode called = client.call(
                        List.of(new CallMethodRequest(new NodeId(5, 1002), new NodeId(5, 7001), new Variant[0])))
                .getResults()[0]
                .getStatusCode();
        assertThat(called).isEqualTo(new StatusCode(StatusCodes.Bad_NotExecutable));
        assertThat(read(new NodeId(5, 7001), AttributeId.UserExecutable)).containsExactly(false);
    }

    @Test
    void isa95StructuresAreEncodedByOurselves() {
        NodeId jobOrder = new NodeId(5, 3008);
        MachineNode machine = MACHINES.get(MACHINES.size() - 1);
        for (DataTypeManager types : List.of(
                machine.server().getStaticDataTypeManager(), machine.server().getDynamicDataTypeManager())) {
            assertThat(types.getCodec(jobOrder).getType()).isEqualTo(Isa95JobOrder.class);
        }
    }

    @Test
    void eventsOfOurTypesHaveTheFieldsOfTheTypesAboveThem() throws UaException {
        MachineNode machine = MACHINES.get(MACHINES.size() - 1);
        BaseEventTypeNode event = machine.server()
                .getEventFactory()
                .createEvent(
                        new NodeId(1, UUID.randomUUID()),
                        machine.id(Namespaces.TYPES, KeywayTypes.JOB_ORDER_STATUS_EVENT));
        assertThat(event.findNode(machine.name(Namespaces.JOB_CONTROL, "JobOrder")))
                .isPresent();
        assertThat(event.findNode(machine.name(Namespaces.JOB_CONTROL, "JobState")))
                .isPresent();
        event.delete();
        BaseEventTypeNode mismatch = machine.server()
                .getEventFactory()
                .createEvent(
                        new NodeId(1, UUID.randomUUID()), machine.id(Namespaces.TYPES, KeywayTypes.MISMATCH_EVENT));
        assertThat(mismatch.findNode(machine.name(Namespaces.TYPES, "Expected")))
                .isPresent();
        mismatch.delete();
    }
}
