package org.keyway.opcua.security.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.keyway.opcua.security.access.Watching.encoded;
import static org.keyway.opcua.security.access.Watching.item;
import static org.keyway.opcua.security.access.Watching.subscription;
import static org.keyway.opcua.security.access.Watching.watch;
import static org.keyway.opcua.server.Refused.refused;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.AddNodesItem;
import org.eclipse.milo.opcua.stack.core.types.structured.AddReferencesItem;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePath;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.DeleteNodesItem;
import org.eclipse.milo.opcua.stack.core.types.structured.DeleteReferencesItem;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemCreateResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ObjectAttributes;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRawModifiedDetails;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePath;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePathElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.account.Role;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.security.access.GuardedFloor.Nodes;

/** Services by which one might see, take or break what Read, Write and Call guard. */
final class SideDoorsTest {
    @SuppressWarnings("NullAway.Init") // set before each
    private GuardedFloor floor;

    @BeforeEach
    void open(@TempDir Path pki) throws Exception {
        floor = new GuardedFloor(pki);
    }

    @AfterEach
    void close() throws Exception {
        floor.close();
    }

    private static BrowsePath path(NodeId start, QualifiedName... names) {
        RelativePathElement[] steps = new RelativePathElement[names.length];
        for (int i = 0; i < names.length; i++) {
            steps[i] = new RelativePathElement(NodeIds.References, false, true, names[i]);
        }
        return new BrowsePath(start, new RelativePath(steps));
    }

    private static long followed(OpcUaClient client, BrowsePath path) throws UaException {
        return client.translateBrowsePaths(List.of(path))
                .getResults()[0]
                .getStatusCode()
                .value();
    }

    @Test
    void whatIsHiddenIsNotFoundByAPathEither() throws Exception {
        NodeId machine = new NodeId(8, "M1");
        Nodes hidden = floor.nodes("M1", AccessGroup.ADMINISTRATION);
        QualifiedName object = hidden.object().getBrowseName();
        QualifiedName variable = hidden.variable().getBrowseName();
        QualifiedName type = new QualifiedName(0, "BaseObjectType");
        OpcUaClient observer = floor.as(Role.OBSERVER);
        OpcUaClient admin = floor.as(Role.SECURITY_ADMIN);

        for (BrowsePath path : List.of(
                path(machine, object),
                path(machine, object, variable),
                path(machine, object, type),
                path(hidden.object().getNodeId(), variable))) {
            assertThat(followed(admin, path)).isEqualTo(StatusCodes.Good);
            assertThat(followed(observer, path)).isEqualTo(StatusCodes.Bad_NoMatch);
        }
        assertThat(followed(observer, path(NodeIds.RootFolder, new QualifiedName(0, "Objects"))))
                .isEqualTo(StatusCodes.Good);
    }

    @Test
    void aPathOfThousandsOfStepsIsNotFollowed() throws Exception {
        OpcUaClient observer = floor.as(Role.OBSERVER);
        QualifiedName[] steps =
                Collections.nCopies(5_000, new QualifiedName(0, "Objects")).toArray(QualifiedName[]::new);
        refused(StatusCodes.Bad_TooManyOperations, () -> followed(observer, path(NodeIds.RootFolder, steps)));
    }

    @Test
    void aRegisteredNodeIsNoMoreReadableThanBefore() throws Exception {
        OpcUaClient observer = floor.as(Role.OBSERVER);
        NodeId hidden = floor.nodes("M1", AccessGroup.ADMINISTRATION).variable().getNodeId();
        NodeId registered = observer.registerNodes(List.of(hidden)).getRegisteredNodeIds()[0];
        assertThat(observer.readValue(0, TimestampsToReturn.Neither, registered)
                        .statusCode()
                        .value())
                .isEqualTo(StatusCodes.Bad_UserAccessDenied);
        MonitoredItemCreateResult watched =
                watch(observer, subscription(observer), item(registered, AttributeId.Value, 1, null))[0];
        assertThat(watched.getStatusCode().value()).isEqualTo(StatusCodes.Bad_UserAccessDenied);
    }

    @Test
    void thereIsNoHistoryAndNoQuery() throws Exception {
        OpcUaClient admin = floor.as(Role.SECURITY_ADMIN);
        NodeId node = floor.nodes("M1", AccessGroup.PUBLIC).variable().getNodeId();
        HistoryReadResult[] read = admin.historyRead(
                        new ReadRawModifiedDetails(false, DateTime.MIN_VALUE, DateTime.now(), uint(1), false),
                        TimestampsToReturn.Both,
                        false,
                        List.of(new HistoryReadValueId(node, null, QualifiedName.NULL_VALUE, null)))
                .getResults();
        assertThat(read[0].getStatusCode().isBad()).isTrue();
    }

    @Test
    void nobodyAddsOrDeletesNodesAndReferences() throws Exception {
        OpcUaClient everybody = floor.kept(floor.workshop.client());
        NodeId node = floor.nodes("M1", AccessGroup.PUBLIC).object().getNodeId();
        ObjectAttributes attributes = new ObjectAttributes(
                uint(0), LocalizedText.english("x"), LocalizedText.english("x"), uint(0), uint(0), UByte.MIN);
        assertThat(everybody
                        .addNodes(List.of(new AddNodesItem(
                                node.expanded(),
                                NodeIds.Organizes,
                                new NodeId(8, "mine").expanded(),
                                new QualifiedName(8, "mine"),
                                NodeClass.Object,
                                encoded(everybody, attributes),
                                NodeIds.BaseObjectType.expanded())))
                        .getResults()[0]
                        .getStatusCode()
                        .isBad())
                .isTrue();
        assertThat(everybody
                        .deleteNodes(List.of(new DeleteNodesItem(node, true)))
                        .getResults())
                .allMatch(StatusCode::isBad);
        assertThat(everybody
                        .addReferences(List.of(new AddReferencesItem(
                                node, NodeIds.Organizes, true, null, NodeIds.Server.expanded(), NodeClass.Object)))
                        .getResults())
                .allMatch(StatusCode::isBad);
        assertThat(everybody
                        .deleteReferences(List.of(new DeleteReferencesItem(
                                NodeIds.ObjectsFolder, NodeIds.Organizes, true, NodeIds.Server.expanded(), true)))
                        .getResults())
                .allMatch(StatusCode::isBad);
        assertThat(everybody.getAddressSpace().getNode(node).getNodeId()).isEqualTo(node);
    }

    @Test
    void aCallOfNothingIsAnswered() throws Exception {
        OpcUaClient everybody = floor.kept(floor.workshop.client());
        Nodes nodes = floor.nodes("M1", AccessGroup.SCAN);
        NodeId object = nodes.object().getNodeId();
        NodeId method = nodes.method().getNodeId();
        for (CallMethodRequest call : List.of(
                new CallMethodRequest(NodeId.NULL_VALUE, NodeId.NULL_VALUE, null),
                new CallMethodRequest(NodeId.NULL_VALUE, method, null),
                new CallMethodRequest(object, NodeId.NULL_VALUE, null),
                new CallMethodRequest(
                        floor.nodes("M2", AccessGroup.SCAN).object().getNodeId(), method, null),
                new CallMethodRequest(method, method, null))) {
            assertThat(everybody
                            .call(List.of(call))
                            .getResults()[0]
                            .getStatusCode()
                            .isBad())
                    .as(call.toString())
                    .isTrue();
        }
        assertThat(floor.called).isEmpty();
    }
}
