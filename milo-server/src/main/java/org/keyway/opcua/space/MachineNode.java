package org.keyway.opcua.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.UaStructuredType;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.jspecify.annotations.Nullable;
import org.keyway.opcua.model.KeywayTypes;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;

/** One machine in the address space: its proxy object, and what features need to hang nodes on it and to change them. */
public final class MachineNode {
    private final MachineSpace space;
    private final Machine machine;
    private final MachineProfile profile;
    private final UaObjectNode root;
    private final UaObjectNode buildingBlocks;
    private final List<ClientWrite.Listener> listeners = new CopyOnWriteArrayList<>();

    MachineNode(MachineSpace space, Machine machine, MachineProfile profile, UaNode machines) {
        this.space = space;
        this.machine = machine;
        this.profile = profile;
        NodeMaker maker = maker(AccessGroup.PUBLIC);
        this.root = maker.object(
                machines,
                new QualifiedName(space.namespaces().index(Namespaces.MACHINES), machine.id()),
                id(Namespaces.TYPES, KeywayTypes.MACHINE_PROXY),
                NodeIds.Organizes);
        root.setEventNotifier(UByte.valueOf(1));
        this.buildingBlocks =
                maker.object(root, name(Namespaces.MACHINERY, "MachineryBuildingBlocks"), NodeIds.FolderType);
    }

    public Machine machine() {
        return machine;
    }

    public MachineProfile profile() {
        return profile;
    }

    /** The machine's proxy, source of its events. */
    public UaObjectNode root() {
        return root;
    }

    /** Where the building blocks of OPC 40001-1 are found. */
    public UaObjectNode buildingBlocks() {
        return buildingBlocks;
    }

    /** A browse name. */
    public QualifiedName name(String namespace, String name) {
        return new QualifiedName(space.namespaces().index(namespace), name);
    }

    /** The id of a node of a standard, or of one of our types. */
    public NodeId id(String namespace, int identifier) {
        return new NodeId(space.namespaces().index(namespace), identifier);
    }

    /** Makes nodes of this machine that belong to a group. */
    public NodeMaker maker(AccessGroup group) {
        return new NodeMaker(space.register(), new NodeOwner(Optional.of(machine.id()), group));
    }

    /** A structure as a value, for what depends on the profile alone: machines that show it alike share it. */
    public ExtensionObject shared(UaStructuredType value) {
        return space.encoded(value);
    }

    public Events events() {
        return space.events();
    }

    /** The server that the nodes live in. */
    public OpcUaServer server() {
        return space.server();
    }

    /** Changes values so that every Read and every notification sees all of the changes or none. */
    public void publish(Consumer<Publication> changes) {
        space.locks().writing(machine.id(), () -> {
            Publication publication = new Publication();
            changes.accept(publication);
            space.items().changed(publication.changed);
            return true;
        });
    }

    /** Reads values that belong together. */
    public <T> T snapshot(Supplier<T> look) {
        return space.locks().reading(new TreeSet<>(List.of(machine.id())), look);
    }

    /** Is told what clients write to this machine. */
    public void onWrite(ClientWrite.Listener listener) {
        listeners.add(listener);
    }

    void written(ClientWrite write) {
        listeners.forEach(listener -> listener.written(write));
    }

    /** Values that change together. */
    public static final class Publication {
        private final List<NodeId> changed = new ArrayList<>();

        private Publication() {}

        /** Gives a variable a good value, as of now. */
        public void set(UaVariableNode node, @Nullable Object value) {
            set(node, new DataValue(Variant.of(value), StatusCode.GOOD, DateTime.now(), DateTime.now()));
        }

        /** Gives a variable a value, or the lack of one, with its quality. */
        public void set(UaVariableNode node, DataValue value) {
            node.setValue(value);
            changed.add(node.getNodeId());
        }
    }
}
