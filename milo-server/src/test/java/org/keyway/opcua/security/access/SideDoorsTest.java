package org.keyway.opcua.security.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.UaStructuredType;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.FilterOperator;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MonitoringMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.ActivateSessionRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.AddNodesItem;
import org.eclipse.milo.opcua.stack.core.types.structured.AddReferencesItem;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePath;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ContentFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.ContentFilterElement;
import org.eclipse.milo.opcua.stack.core.types.structured.DeleteNodesItem;
import org.eclipse.milo.opcua.stack.core.types.structured.DeleteReferencesItem;
import org.eclipse.milo.opcua.stack.core.types.structured.ElementOperand;
import org.eclipse.milo.opcua.stack.core.types.structured.EventFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.LiteralOperand;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemCreateRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemCreateResult;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemModifyRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoringParameters;
import org.eclipse.milo.opcua.stack.core.types.structured.ObjectAttributes;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRawModifiedDetails;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePath;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePathElement;
import org.eclipse.milo.opcua.stack.core.types.structured.SignatureData;
import org.eclipse.milo.opcua.stack.core.types.structured.SimpleAttributeOperand;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.account.Account;
import org.keyway.job.account.Role;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.security.access.GuardedFloor.Nodes;
import org.keyway.opcua.server.Guests;

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

    private static void refused(long status, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UaException.class,
                        e -> assertThat(e.getStatusCode().value()).isEqualTo(status));
    }

    private static UInteger subscription(OpcUaClient client) throws UaException {
        return client.createSubscription(1_000.0, uint(1_000), uint(10), uint(0), true, UByte.MIN)
                .getSubscriptionId();
    }

    private static MonitoredItemCreateRequest item(
            NodeId node, AttributeId attribute, long queue, @Nullable ExtensionObject filter) {
        return new MonitoredItemCreateRequest(
                new ReadValueId(node, attribute.uid(), null, QualifiedName.NULL_VALUE),
                MonitoringMode.Reporting,
                new MonitoringParameters(uint(1), 1_000.0, filter, uint(queue), true));
    }

    private static MonitoredItemCreateResult[] create(OpcUaClient client, UInteger id, MonitoredItemCreateRequest item)
            throws UaException {
        return client.createMonitoredItems(id, TimestampsToReturn.Both, List.of(item))
                .getResults();
    }

    private static ExtensionObject encoded(OpcUaClient client, UaStructuredType value) {
        return ExtensionObject.encode(client.getStaticEncodingContext(), value);
    }

    /** The stack makes the queue at once: this one would take eight gigabytes. */
    @Test
    void aQueueIsNotAsLongAsAClientLikes() throws Exception {
        OpcUaClient observer = floor.as(Role.OBSERVER);
        UInteger id = subscription(observer);
        for (NodeId node : List.of(
                floor.nodes("M1", AccessGroup.PUBLIC).variable().getNodeId(),
                NodeIds.Server_ServerStatus_CurrentTime)) {
            MonitoredItemCreateResult made =
                    create(observer, id, item(node, AttributeId.Value, UInteger.MAX_VALUE, null))[0];
            assertThat(made.getStatusCode().isGood()).isTrue();
            assertThat(made.getRevisedQueueSize()).isEqualTo(uint(MonitoringGate.LONGEST_QUEUE));
            UInteger revised = observer.modifyMonitoredItems(
                            id,
                            TimestampsToReturn.Both,
                            List.of(new MonitoredItemModifyRequest(
                                    made.getMonitoredItemId(),
                                    new MonitoringParameters(uint(1), 1_000.0, null, uint(UInteger.MAX_VALUE), true))))
                    .getResults()[0]
                    .getRevisedQueueSize();
            assertThat(revised).isEqualTo(uint(MonitoringGate.LONGEST_QUEUE));
        }
    }

    private ExtensionObject filter(OpcUaClient client, ContentFilterElement... where) {
        SimpleAttributeOperand type = new SimpleAttributeOperand(
                NodeIds.BaseEventType,
                new QualifiedName[] {new QualifiedName(0, "EventType")},
                AttributeId.Value.uid(),
                null);
        return encoded(client, new EventFilter(new SimpleAttributeOperand[] {type}, new ContentFilter(where)));
    }

    private static ContentFilterElement not(OpcUaClient client, int element) {
        return new ContentFilterElement(
                FilterOperator.Not, new ExtensionObject[] {encoded(client, new ElementOperand(uint(element)))});
    }

    /** It would be evaluated on the thread of whoever fires the event, for as long as there is stack. */
    @Test
    void aFilterThatRefersToItselfIsNotTaken() throws Exception {
        OpcUaClient observer = floor.as(Role.OBSERVER);
        UInteger id = subscription(observer);
        ContentFilterElement isNull = new ContentFilterElement(
                FilterOperator.IsNull, new ExtensionObject[] {encoded(observer, new LiteralOperand(Variant.of(1)))});
        refused(
                StatusCodes.Bad_EventFilterInvalid,
                () -> create(
                        observer,
                        id,
                        item(NodeIds.Server, AttributeId.EventNotifier, 1, filter(observer, not(observer, 0)))));
        refused(
                StatusCodes.Bad_EventFilterInvalid,
                () -> create(
                        observer,
                        id,
                        item(
                                NodeIds.Server,
                                AttributeId.EventNotifier,
                                1,
                                filter(observer, not(observer, 1), not(observer, 0)))));
        MonitoredItemCreateResult orderly = create(
                observer,
                id,
                item(
                        NodeIds.Server,
                        AttributeId.EventNotifier,
                        UInteger.MAX_VALUE,
                        filter(observer, not(observer, 1), isNull)))[0];
        assertThat(orderly.getStatusCode().isGood()).isTrue();
        assertThat(orderly.getRevisedQueueSize()).isEqualTo(uint(MonitoringGate.LONGEST_EVENT_QUEUE));
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
                create(observer, subscription(observer), item(registered, AttributeId.Value, 1, null))[0];
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

    @Test
    void anothersSubscriptionIsNotToBeHadOrChanged() throws Exception {
        OpcUaClient owner = floor.as(Role.OPERATOR);
        UInteger id = subscription(owner);
        UInteger watched = create(
                owner,
                id,
                item(floor.nodes("M1", AccessGroup.SCAN).variable().getNodeId(), AttributeId.Value, 1, null))[0]
                .getMonitoredItemId();
        OpcUaClient thief = floor.as(Role.OBSERVER);

        assertThat(thief.transferSubscriptions(List.of(id), true)
                        .getResults()[0]
                        .getStatusCode()
                        .value())
                .isEqualTo(StatusCodes.Bad_UserAccessDenied);
        assertThat(floor.kept(floor.workshop.client())
                        .transferSubscriptions(List.of(id), true)
                        .getResults()[0]
                        .getStatusCode()
                        .value())
                .isEqualTo(StatusCodes.Bad_UserAccessDenied);
        long unknown = StatusCodes.Bad_SubscriptionIdInvalid;
        assertThat(thief.deleteSubscriptions(List.of(id)).getResults()[0].value())
                .isEqualTo(unknown);
        refused(unknown, () -> thief.setTriggering(id, watched, List.of(watched), List.of()));
        refused(unknown, () -> thief.setMonitoringMode(id, MonitoringMode.Disabled, List.of(watched)));
        refused(unknown, () -> thief.deleteMonitoredItems(id, List.of(watched)));
        refused(
                unknown,
                () -> thief.modifyMonitoredItems(
                        id,
                        TimestampsToReturn.Both,
                        List.of(new MonitoredItemModifyRequest(
                                watched, new MonitoringParameters(uint(1), 1_000.0, null, uint(1), true)))));
        refused(unknown, () -> thief.republish(id, uint(1)));
    }

    @Test
    void aSessionIsNotUsedFromAnotherChannel() throws Exception {
        OpcUaClient owner = floor.as(Role.SECURITY_ADMIN);
        NodeId token = owner.getSession().getAuthenticationToken();
        KeyPair keys = Guests.keys();
        X509Certificate certificate = Guests.certificate(keys, Guests.CLIENT_URI);
        floor.workshop.guests().pki().trusted().addTrustedCertificate(certificate);
        OpcUaClient thief = floor.kept(Guests.stranger(floor.url(), keys, certificate));

        refused(
                StatusCodes.Bad_SecureChannelIdInvalid,
                () -> thief.sendRequest(new ReadRequest(
                        thief.newRequestHeader(token), 0.0, TimestampsToReturn.Neither, new ReadValueId[] {
                            new ReadValueId(
                                    NodeIds.Server_ServiceLevel,
                                    AttributeId.Value.uid(),
                                    null,
                                    QualifiedName.NULL_VALUE)
                        })));
        refused(
                StatusCodes.Bad_ApplicationSignatureInvalid,
                () -> thief.sendRequest(new ActivateSessionRequest(
                        thief.newRequestHeader(token),
                        new SignatureData(
                                "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", ByteString.of(new byte[256])),
                        null,
                        null,
                        null,
                        new SignatureData(null, null))));
        assertThat(owner.readNamespaceTable().toArray()).isNotEmpty();
    }

    @Test
    void whoseAccountIsGoneLosesHisSessionAndWhatHeWatches() throws Exception {
        OpcUaClient operator = floor.as(Role.OPERATOR);
        NodeId session = operator.getSession().getSessionId();
        assertThat(session.isNotNull()).isTrue();
        floor.workshop.guests().desk(floor.workshop).remove("user0");
        await().untilAsserted(
                        () -> assertThatThrownBy(operator::readNamespaceTable).isInstanceOf(UaException.class));
    }

    @Test
    void whoHasOtherRightsNowHasToComeAnew() throws Exception {
        OpcUaClient operator = floor.as(Role.OPERATOR);
        NodeId session = operator.getSession().getSessionId();
        var desk = floor.workshop.guests().desk(floor.workshop);
        desk.remove("user0");
        desk.add(Account.of("user0", Role.OBSERVER), Optional.of(GuardedFloor.PASSWORD));
        await().ignoreExceptions().until(() -> {
            operator.readNamespaceTable();
            return !operator.getSession().getSessionId().equals(session);
        });
    }

    @Test
    void anUnknownNameAndAWrongPasswordAreAnsweredAlike() {
        floor.workshop
                .guests()
                .desk(floor.workshop)
                .add(Account.of("li", Role.OPERATOR), Optional.of(GuardedFloor.PASSWORD));
        for (String name : List.of("li", "nobody")) {
            refused(
                    StatusCodes.Bad_UserAccessDenied,
                    () -> floor.workshop.guests().named(floor.url(), name, "a wrong password"));
        }
    }
}
