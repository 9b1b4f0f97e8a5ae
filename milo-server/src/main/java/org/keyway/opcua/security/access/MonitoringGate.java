package org.keyway.opcua.security.access;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.servicesets.MonitoredItemServiceSet;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.UaSerializationException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateMonitoredItemsRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateMonitoredItemsResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.DeleteMonitoredItemsRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.DeleteMonitoredItemsResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.EventFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.ModifyMonitoredItemsRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ModifyMonitoredItemsResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemCreateRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemModifyRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoringParameters;
import org.eclipse.milo.opcua.stack.core.types.structured.SetMonitoringModeRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.SetMonitoringModeResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.SetTriggeringRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.SetTriggeringResponse;
import org.eclipse.milo.opcua.stack.transport.server.ServiceRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what a monitored item takes. The stack makes the queue as long as a client likes, at once, so that a single item
 * could take all memory; and it evaluates a filter whose elements refer to themselves for as long as there is stack, on the
 * thread of whoever has fired the event.
 */
final class MonitoringGate implements MonitoredItemServiceSet {
    static final int LONGEST_QUEUE = 100;
    static final int LONGEST_EVENT_QUEUE = 200;

    private final OpcUaServer server;
    private final MonitoredItemServiceSet items;

    MonitoringGate(OpcUaServer server, MonitoredItemServiceSet items) {
        this.server = server;
        this.items = items;
    }

    @Override
    public CreateMonitoredItemsResponse onCreateMonitoredItems(
            ServiceRequestContext context, CreateMonitoredItemsRequest request) throws UaException {
        MonitoredItemCreateRequest[] asked = request.getItemsToCreate();
        if (asked == null) {
            return items.onCreateMonitoredItems(context, request);
        }
        for (MonitoredItemCreateRequest item : asked) {
            check(item.getRequestedParameters().getFilter());
        }
        return items.onCreateMonitoredItems(
                context,
                new CreateMonitoredItemsRequest(
                        request.getRequestHeader(),
                        request.getSubscriptionId(),
                        request.getTimestampsToReturn(),
                        Stream.of(asked).map(MonitoringGate::bounded).toArray(MonitoredItemCreateRequest[]::new)));
    }

    private static MonitoredItemCreateRequest bounded(MonitoredItemCreateRequest item) {
        boolean events =
                AttributeId.EventNotifier.uid().equals(item.getItemToMonitor().getAttributeId());
        return new MonitoredItemCreateRequest(
                item.getItemToMonitor(),
                item.getMonitoringMode(),
                bounded(item.getRequestedParameters(), events ? LONGEST_EVENT_QUEUE : LONGEST_QUEUE));
    }

    private static MonitoringParameters bounded(MonitoringParameters asked, int most) {
        UInteger queue = asked.getQueueSize();
        return new MonitoringParameters(
                asked.getClientHandle(),
                asked.getSamplingInterval(),
                asked.getFilter(),
                queue.longValue() > most ? uint(most) : queue,
                asked.getDiscardOldest());
    }

    @Override
    public ModifyMonitoredItemsResponse onModifyMonitoredItems(
            ServiceRequestContext context, ModifyMonitoredItemsRequest request) throws UaException {
        MonitoredItemModifyRequest[] asked = request.getItemsToModify();
        if (asked == null) {
            return items.onModifyMonitoredItems(context, request);
        }
        for (MonitoredItemModifyRequest item : asked) {
            check(item.getRequestedParameters().getFilter());
        }
        return items.onModifyMonitoredItems(
                context,
                new ModifyMonitoredItemsRequest(
                        request.getRequestHeader(),
                        request.getSubscriptionId(),
                        request.getTimestampsToReturn(),
                        Stream.of(asked)
                                .map(item -> new MonitoredItemModifyRequest(
                                        item.getMonitoredItemId(),
                                        bounded(item.getRequestedParameters(), LONGEST_QUEUE)))
                                .toArray(MonitoredItemModifyRequest[]::new)));
    }

    private void check(@Nullable ExtensionObject encoded) throws UaException {
        if (encoded == null || encoded.isNull()) {
            return;
        }
        try {
            boolean endless = encoded.decode(server.getStaticEncodingContext()) instanceof EventFilter filter
                    && !EventFilterCheck.isBounded(filter, server.getStaticEncodingContext());
            if (endless) {
                throw new UaException(StatusCodes.Bad_EventFilterInvalid);
            }
        } catch (UaSerializationException e) {
            throw new UaException(StatusCodes.Bad_MonitoredItemFilterInvalid, e);
        }
    }

    @Override
    public DeleteMonitoredItemsResponse onDeleteMonitoredItems(
            ServiceRequestContext context, DeleteMonitoredItemsRequest request) throws UaException {
        return items.onDeleteMonitoredItems(context, request);
    }

    @Override
    public SetMonitoringModeResponse onSetMonitoringMode(
            ServiceRequestContext context, SetMonitoringModeRequest request) throws UaException {
        return items.onSetMonitoringMode(context, request);
    }

    @Override
    public SetTriggeringResponse onSetTriggering(ServiceRequestContext context, SetTriggeringRequest request)
            throws UaException {
        return items.onSetTriggering(context, request);
    }
}
