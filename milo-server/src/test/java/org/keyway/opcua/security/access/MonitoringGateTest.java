package org.keyway.opcua.security.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.keyway.opcua.security.access.Watching.encoded;
import static org.keyway.opcua.security.access.Watching.item;
import static org.keyway.opcua.security.access.Watching.subscription;
import static org.keyway.opcua.security.access.Watching.watch;
import static org.keyway.opcua.server.Refused.refused;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.FilterOperator;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MonitoringMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.ContentFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.ContentFilterElement;
import org.eclipse.milo.opcua.stack.core.types.structured.ElementOperand;
import org.eclipse.milo.opcua.stack.core.types.structured.EventFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.LiteralOperand;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemCreateResult;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemModifyRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoringParameters;
import org.eclipse.milo.opcua.stack.core.types.structured.SimpleAttributeOperand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.account.Role;
import org.keyway.opcua.security.AccessGroup;

/** Who watches takes no more than his share, and leaves others theirs. */
final class MonitoringGateTest {
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

    /** The stack makes the queue at once: this one would take eight gigabytes. */
    @Test
    void aQueueIsNotAsLongAsAClientLikes() throws Exception {
        OpcUaClient observer = floor.as(Role.OBSERVER);
        UInteger id = subscription(observer);
        for (NodeId node : List.of(
                floor.nodes("M1", AccessGroup.PUBLIC).variable().getNodeId(),
                NodeIds.Server_ServerStatus_CurrentTime)) {
            MonitoredItemCreateResult made =
                    watch(observer, id, item(node, AttributeId.Value, UInteger.MAX_VALUE, null))[0];
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
                () -> watch(
                        observer,
                        id,
                        item(NodeIds.Server, AttributeId.EventNotifier, 1, filter(observer, not(observer, 0)))));
        refused(
                StatusCodes.Bad_EventFilterInvalid,
                () -> watch(
                        observer,
                        id,
                        item(
                                NodeIds.Server,
                                AttributeId.EventNotifier,
                                1,
                                filter(observer, not(observer, 1), not(observer, 0)))));
        MonitoredItemCreateResult orderly = watch(
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

    @Test
    void anothersSubscriptionIsNotToBeHadOrChanged() throws Exception {
        OpcUaClient owner = floor.as(Role.OPERATOR);
        UInteger id = subscription(owner);
        UInteger watched = watch(
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
}
