package org.keyway.simulator.server;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.core.ValueRanks;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaFolderNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.keyway.simulator.MachineMemory;
import org.keyway.simulator.MachineModel.MeasurementModel;
import org.keyway.simulator.MachineModel.ParameterModel;
import org.keyway.simulator.SimulatedMachine;
import org.keyway.simulator.ValueKind;

/** One machine as OPC UA clients see it. What clients read and write passes the machine's faults on the way. */
final class MachineNamespace extends ManagedNamespaceWithLifecycle {
    private final SimulatedMachine machine;
    private final FaultyAccess access;
    private final SubscriptionModel subscriptions;
    private final Map<String, UaVariableNode> nodes = new HashMap<>();
    private final BiConsumer<String, Object> mirror = this::show;

    MachineNamespace(OpcUaServer server, SimulatedMachine machine, CellControl cell) {
        super(server, uri(machine));
        this.machine = machine;
        this.access = new FaultyAccess(machine, cell);
        subscriptions = new SubscriptionModel(server, this);
        getLifecycleManager().addLifecycle(subscriptions);
        UaFolderNode root = folder(machine.model().id());
        for (ParameterModel parameter : machine.model().parameters()) {
            variable(root, "Stage/" + parameter.name(), parameter.kind(), parameter.elements(), true);
            variable(root, "Actual/" + parameter.name(), parameter.kind(), parameter.elements(), false);
        }
        for (MeasurementModel measurement : machine.model().measurements()) {
            variable(root, "Actual/" + measurement.name(), ValueKind.DOUBLE, false);
        }
        variable(root, "Stage/JobId", ValueKind.STRING, true);
        variable(root, "Stage/JobReady", ValueKind.BOOLEAN, true);
        for (String text : List.of(
                "Stage/AcceptedJobId",
                "Stage/DoneJobId",
                "Machine/State",
                "Machine/Mode",
                "Machine/Program",
                "Machine/Alarm")) {
            variable(root, text, ValueKind.STRING, false);
        }
        for (String number : List.of("Machine/CycleTime", "Actual/Energy", "Actual/Power")) {
            variable(root, number, ValueKind.DOUBLE, false);
        }
        variable(root, "Actual/PartCount", ValueKind.UINT32, false);
        new FaultMethods(getNodeContext(), getNamespaceIndex(), machine).addTo(root);
        machine.memory().watch(mirror);
        getLifecycleManager().addShutdownTask(() -> machine.memory().unwatch(mirror));
    }

    static String uri(SimulatedMachine machine) {
        return "urn:cnc:" + machine.model().id();
    }

    private UaFolderNode folder(String name) {
        UaFolderNode folder = new UaFolderNode(
                getNodeContext(),
                new NodeId(getNamespaceIndex(), name),
                new QualifiedName(getNamespaceIndex(), name),
                LocalizedText.english(name));
        getNodeManager().addNode(folder);
        folder.addReference(new Reference(
                folder.getNodeId(), NodeIds.Organizes, NodeIds.ObjectsFolder.expanded(), Reference.Direction.INVERSE));
        return folder;
    }

    private void variable(UaFolderNode parent, String path, ValueKind kind, boolean writable) {
        variable(parent, path, kind, 0, writable);
    }

    private void variable(UaFolderNode parent, String path, ValueKind kind, int elements, boolean writable) {
        var level = writable ? AccessLevel.READ_WRITE : AccessLevel.READ_ONLY;
        UaVariableNode node = UaVariableNode.build(
                getNodeContext(),
                builder -> builder.setNodeId(new NodeId(getNamespaceIndex(), path))
                        .setBrowseName(new QualifiedName(getNamespaceIndex(), path))
                        .setDisplayName(LocalizedText.english(path))
                        .setDataType(kind.dataType().getNodeId())
                        .setValueRank(elements > 0 ? ValueRanks.OneDimension : ValueRanks.Scalar)
                        .setArrayDimensions(elements > 0 ? new UInteger[] {uint(elements)} : null)
                        .setAccessLevel(level)
                        .setUserAccessLevel(level)
                        .setTypeDefinition(NodeIds.BaseDataVariableType)
                        .setValue(new DataValue(Variant.of(machine.memory().get(path))))
                        .build());
        getNodeManager().addNode(node);
        parent.addComponent(node);
        nodes.put(path, node);
    }

    private void show(String path, Object value) {
        UaVariableNode node = nodes.get(path);
        if (node != null) {
            node.setValue(new DataValue(Variant.of(value)));
        }
    }

    @Override
    public List<DataValue> read(
            ReadContext context, Double maxAge, TimestampsToReturn timestamps, List<ReadValueId> ids) {
        if (!isRequest(context)) {
            return super.read(context, maxAge, timestamps, ids);
        }
        return access.read(ids, () -> super.read(context, maxAge, timestamps, ids));
    }

    /** Sampling for subscriptions has a session but no request behind it, so neither time limit nor audit entry. */
    private static boolean isRequest(ReadContext context) {
        boolean sampling = context.getTimeoutHint().longValue() == 0 && "".equals(context.getAuditEntryId());
        return context.getSession().isPresent() && !sampling;
    }

    @Override
    public List<StatusCode> write(WriteContext context, List<WriteValue> values) {
        if (context.getSession().isEmpty()) {
            return super.write(context, values);
        }
        synchronized (machine) {
            List<StatusCode> answers = access.write(values, faulty -> writeThrough(context, faulty));
            machine.look();
            return answers;
        }
    }

    private List<StatusCode> writeThrough(WriteContext context, List<WriteValue> values) {
        List<StatusCode> answers = super.write(context, values);
        MachineMemory memory = machine.memory();
        for (int i = 0; i < values.size(); i++) {
            Object written = values.get(i).getValue().value().value();
            if (answers.get(i).isGood() && written != null) {
                memory.set(FaultyAccess.path(values.get(i).getNodeId()), written);
            }
        }
        return answers;
    }

    /** The type of a node, for faults that pretend another. */
    static OpcUaDataType otherThan(NodeId dataType) {
        return dataType.equals(OpcUaDataType.String.getNodeId()) ? OpcUaDataType.Int32 : OpcUaDataType.String;
    }

    @Override
    public void onDataItemsCreated(List<DataItem> items) {
        subscriptions.onDataItemsCreated(new ArrayList<>(items));
    }

    @Override
    public void onDataItemsModified(List<DataItem> items) {
        subscriptions.onDataItemsModified(items);
    }

    @Override
    public void onDataItemsDeleted(List<DataItem> items) {
        subscriptions.onDataItemsDeleted(items);
    }

    @Override
    public void onMonitoringModeChanged(List<MonitoredItem> items) {
        subscriptions.onMonitoringModeChanged(items);
    }
}
