package org.keyway.simulator.reader;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ushort;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.core.ValueRanks;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.EventItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.model.objects.BaseEventTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.nodes.factories.NodeFactory;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/** The reader's own namespace: the device object, the last scan that it shows, and who is told of its events. */
final class ReaderNamespace extends ManagedNamespaceWithLifecycle {
    static final String URI = "urn:reader:simulated";
    static final String DEVICE = "Reader";

    private static final String EVENT_TYPE = "SimulatedScanEventType";
    private static final String LAST_SCAN = "Reader/LastScanData";
    private static final int SUBSCRIBE_TO_EVENTS = 1;
    private static final int SEVERITY = 100;

    private final AutoIdTypes types;
    private final boolean events;
    private final Set<EventItem> listeners = ConcurrentHashMap.newKeySet();
    private final Set<DataItem> watchers = ConcurrentHashMap.newKeySet();
    private volatile DataValue lastScan = new DataValue(Variant.NULL_VALUE);

    /**
     * The namespace of a reader.
     *
     * @param events whether the device object can be subscribed to
     */
    ReaderNamespace(OpcUaServer server, AutoIdTypes types, boolean events) {
        super(server, URI);
        this.types = types;
        this.events = events;
        getLifecycleManager().addStartupTask(this::addNodes);
    }

    private NodeId id(String name) {
        return new NodeId(getNamespaceIndex(), name);
    }

    private void addNodes() {
        UaObjectTypeNode eventType = UaObjectTypeNode.builder(getNodeContext())
                .setNodeId(id(EVENT_TYPE))
                .setBrowseName(new QualifiedName(getNamespaceIndex(), EVENT_TYPE))
                .setDisplayName(LocalizedText.english(EVENT_TYPE))
                .setIsAbstract(false)
                .build();
        getNodeManager().addNode(eventType);
        eventType.addReference(new Reference(
                eventType.getNodeId(),
                NodeIds.HasSubtype,
                types.opticalScanEvent().expanded(),
                Reference.Direction.INVERSE));
        UaObjectNode device = UaObjectNode.build(
                getNodeContext(),
                builder -> builder.setNodeId(id(DEVICE))
                        .setBrowseName(new QualifiedName(getNamespaceIndex(), DEVICE))
                        .setDisplayName(LocalizedText.english(DEVICE))
                        .setTypeDefinition(types.opticalReader())
                        .setEventNotifier(ubyte(events ? SUBSCRIBE_TO_EVENTS : 0))
                        .build());
        getNodeManager().addNode(device);
        device.addReference(new Reference(
                device.getNodeId(), NodeIds.Organizes, NodeIds.ObjectsFolder.expanded(), Reference.Direction.INVERSE));
        addLastScan(device);
        getServer().updateObjectTypeTree();
        // Milo keeps what it knows of types by node id, for all servers of a process.
        NodeFactory.invalidateCachedIdh(id(EVENT_TYPE));
        getServer()
                .getObjectTypeManager()
                .registerObjectType(id(EVENT_TYPE), BaseEventTypeNode.class, BaseEventTypeNode::new);
    }

    private void addLastScan(UaObjectNode device) {
        UaVariableNode node = UaVariableNode.build(
                getNodeContext(),
                builder -> builder.setNodeId(id(LAST_SCAN))
                        .setBrowseName(types.name("LastScanData"))
                        .setDisplayName(LocalizedText.english("LastScanData"))
                        .setDataType(NodeIds.BaseDataType)
                        .setValueRank(ValueRanks.Scalar)
                        .setAccessLevel(AccessLevel.READ_ONLY)
                        .setUserAccessLevel(AccessLevel.READ_ONLY)
                        .setTypeDefinition(NodeIds.BaseDataVariableType)
                        .setValue(lastScan)
                        .build());
        getNodeManager().addNode(node);
        device.addComponent(node);
    }

    /** Shows a scan; whoever watches is told. */
    void show(Object data, DateTime time) {
        DataValue value = new DataValue(Variant.of(data), StatusCode.GOOD, time, null, time, null);
        lastScan = value;
        getNodeManager().getNode(id(LAST_SCAN)).ifPresent(node -> ((UaVariableNode) node).setValue(value));
        watchers.forEach(item -> item.setValue(value));
    }

    /** Tells whoever listens at the device. */
    synchronized void fire(ByteString eventId, DateTime time, List<ExtensionObject> results) throws UaException {
        BaseEventTypeNode event = getServer()
                .getEventFactory()
                .createEvent(new NodeId(getNamespaceIndex(), UUID.randomUUID()), id(EVENT_TYPE));
        try {
            event.setEventId(eventId);
            event.setEventType(id(EVENT_TYPE));
            event.setSourceNode(id(DEVICE));
            event.setSourceName(DEVICE);
            event.setTime(time);
            event.setReceiveTime(time);
            event.setMessage(LocalizedText.english("scanned"));
            event.setSeverity(ushort(SEVERITY));
            event.findNode(types.name("ScanResult"))
                    .ifPresent(node -> ((UaVariableNode) node)
                            .setValue(new DataValue(Variant.of(results.toArray(new ExtensionObject[0])))));
            listeners.forEach(item -> item.onEvent(event));
        } finally {
            event.delete();
        }
    }

    @Override
    public void onEventItemsCreated(List<EventItem> items) {
        listeners.addAll(items);
    }

    @Override
    public void onEventItemsDeleted(List<EventItem> items) {
        items.forEach(listeners::remove);
    }

    @Override
    public void onDataItemsCreated(List<DataItem> items) {
        for (DataItem item : items) {
            if (item.getReadValueId().getNodeId().equals(id(LAST_SCAN))) {
                watchers.add(item);
                item.setValue(lastScan);
            }
        }
    }

    @Override
    public void onDataItemsModified(List<DataItem> items) {}

    @Override
    public void onDataItemsDeleted(List<DataItem> items) {
        items.forEach(watchers::remove);
    }

    @Override
    public void onMonitoringModeChanged(List<MonitoredItem> items) {}
}
