package org.keyway.simulator.reader;

import java.util.List;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.core.ValueRanks;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;

/** The types of OPC 30010 (AutoID 1.01, 2020-06-18) that a reader needs, with the standard's node ids. */
final class AutoIdTypes extends ManagedNamespaceWithLifecycle {
    static final String URI = "http://opcfoundation.org/UA/AutoID/";

    private static final int SCAN_EVENT = 1004;
    private static final int SCAN_EVENT_RESULT = 6024;
    private static final int OPTICAL_READER = 1008;
    private static final int OPTICAL_SCAN_EVENT = 1009;
    private static final int OPTICAL_SCAN_EVENT_RESULT = 6147;

    private final boolean withResult;

    /**
     * The types in a server.
     *
     * @param withResult whether scan events have their field ScanResult
     */
    AutoIdTypes(OpcUaServer server, boolean withResult) {
        super(server, URI);
        this.withResult = withResult;
        getLifecycleManager().addStartupTask(this::addNodes);
    }

    NodeId opticalReader() {
        return new NodeId(getNamespaceIndex(), OPTICAL_READER);
    }

    NodeId opticalScanEvent() {
        return new NodeId(getNamespaceIndex(), OPTICAL_SCAN_EVENT);
    }

    QualifiedName name(String name) {
        return new QualifiedName(getNamespaceIndex(), name);
    }

    private void addNodes() {
        type(OPTICAL_READER, "OpticalReaderDeviceType", NodeIds.BaseObjectType);
        scanEvent(SCAN_EVENT, "AutoIdScanEventType", NodeIds.BaseEventType, SCAN_EVENT_RESULT);
        scanEvent(
                OPTICAL_SCAN_EVENT,
                "OpticalScanEventType",
                new NodeId(getNamespaceIndex(), SCAN_EVENT),
                OPTICAL_SCAN_EVENT_RESULT);
        getServer().updateObjectTypeTree();
    }

    private UaObjectTypeNode type(int id, String name, NodeId parent) {
        UaObjectTypeNode type = UaObjectTypeNode.builder(getNodeContext())
                .setNodeId(new NodeId(getNamespaceIndex(), id))
                .setBrowseName(name(name))
                .setDisplayName(LocalizedText.english(name))
                .setIsAbstract(id != OPTICAL_READER)
                .build();
        getNodeManager().addNode(type);
        type.addReference(
                new Reference(type.getNodeId(), NodeIds.HasSubtype, parent.expanded(), Reference.Direction.INVERSE));
        return type;
    }

    private void scanEvent(int id, String name, NodeId parent, int resultId) {
        UaObjectTypeNode type = type(id, name, parent);
        if (withResult) {
            addResult(type, resultId);
        }
    }

    private void addResult(UaObjectTypeNode type, int resultId) {
        UaVariableNode result = UaVariableNode.build(
                getNodeContext(),
                builder -> builder.setNodeId(new NodeId(getNamespaceIndex(), resultId))
                        .setBrowseName(name("ScanResult"))
                        .setDisplayName(LocalizedText.english("ScanResult"))
                        .setDataType(NodeIds.Structure)
                        .setValueRank(ValueRanks.OneDimension)
                        .setTypeDefinition(NodeIds.PropertyType)
                        .build());
        getNodeManager().addNode(result);
        type.addReference(new Reference(
                type.getNodeId(), NodeIds.HasProperty, result.getNodeId().expanded(), Reference.Direction.FORWARD));
        result.addReference(new Reference(
                result.getNodeId(),
                NodeIds.HasModellingRule,
                NodeIds.ModellingRule_Mandatory.expanded(),
                Reference.Direction.FORWARD));
    }

    @Override
    public void onDataItemsCreated(List<DataItem> items) {}

    @Override
    public void onDataItemsModified(List<DataItem> items) {}

    @Override
    public void onDataItemsDeleted(List<DataItem> items) {}

    @Override
    public void onMonitoringModeChanged(List<MonitoredItem> items) {}
}
