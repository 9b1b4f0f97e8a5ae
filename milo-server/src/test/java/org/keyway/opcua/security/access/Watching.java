package org.keyway.opcua.security.access;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.UaStructuredType;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MonitoringMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemCreateRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemCreateResult;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoringParameters;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.jspecify.annotations.Nullable;

/** What a client asks for when it wants to be told of changes. */
final class Watching {
    private Watching() {}

    static UInteger subscription(OpcUaClient client) throws UaException {
        return client.createSubscription(1_000.0, uint(1_000), uint(10), uint(0), true, UByte.MIN)
                .getSubscriptionId();
    }

    static MonitoredItemCreateRequest item(
            NodeId node, AttributeId attribute, long queue, @Nullable ExtensionObject filter) {
        return new MonitoredItemCreateRequest(
                new ReadValueId(node, attribute.uid(), null, QualifiedName.NULL_VALUE),
                MonitoringMode.Reporting,
                new MonitoringParameters(uint(1), 1_000.0, filter, uint(queue), true));
    }

    static MonitoredItemCreateResult[] watch(OpcUaClient client, UInteger id, MonitoredItemCreateRequest item)
            throws UaException {
        return client.createMonitoredItems(id, TimestampsToReturn.Both, List.of(item))
                .getResults();
    }

    static ExtensionObject encoded(OpcUaClient client, UaStructuredType value) {
        return ExtensionObject.encode(client.getStaticEncodingContext(), value);
    }
}
