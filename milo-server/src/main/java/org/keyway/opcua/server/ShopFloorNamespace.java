package org.keyway.opcua.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaFolderNode;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Workshop;

/** The address space of the shop floor: a folder {@code Machines} with one folder for each machine. */
final class ShopFloorNamespace extends ManagedNamespaceWithLifecycle {
    /** The namespace of every node here. */
    static final String URI = "urn:keyway:shopfloor";

    private final SubscriptionModel subscriptions;
    private final UaFolderNode machines;
    private final Map<String, Shown> shown = new HashMap<>();

    private record Shown(Machine machine, MachineProfile profile, MachineNodes nodes) {}

    ShopFloorNamespace(OpcUaServer server) {
        super(server, URI);
        subscriptions = new SubscriptionModel(server, this);
        getLifecycleManager().addLifecycle(subscriptions);
        machines = new UaFolderNode(
                getNodeContext(),
                new NodeId(getNamespaceIndex(), "Machines"),
                new QualifiedName(getNamespaceIndex(), "Machines"),
                LocalizedText.english("Machines"));
        getNodeManager().addNode(machines);
        machines.addReference(new Reference(
                machines.getNodeId(),
                NodeIds.Organizes,
                NodeIds.ObjectsFolder.expanded(),
                Reference.Direction.INVERSE));
    }

    /** Makes the folders fit the workshop; what didn't change keeps its nodes. */
    synchronized void reconcile(Workshop workshop) {
        for (Shown old : List.copyOf(shown.values())) {
            Optional<Machine> machine = workshop.machine(old.machine().id());
            if (!machine.equals(Optional.of(old.machine()))
                    || !workshop.profile(old.machine().profile()).equals(Optional.of(old.profile()))) {
                shown.remove(old.machine().id());
                old.nodes().all().forEach(node -> node.delete());
            }
        }
        for (Machine machine : workshop.machines()) {
            workshop.profile(machine.profile())
                    .ifPresent(profile -> shown.computeIfAbsent(
                            machine.id(),
                            id -> new Shown(
                                    machine,
                                    profile,
                                    new MachineNodes(
                                            getNodeContext(), getNamespaceIndex(), machine, profile, machines))));
        }
    }

    /** The nodes of a machine, if it is in the workshop. */
    synchronized Optional<MachineNodes> machine(String id) {
        return Optional.ofNullable(shown.get(id)).map(Shown::nodes);
    }

    @Override
    public void onDataItemsCreated(List<DataItem> items) {
        subscriptions.onDataItemsCreated(items);
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
