package org.keyway.opcua.space;

import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.server.AccessContext;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.keyway.opcua.model.KeywayTypes;
import org.keyway.opcua.security.AccessGroup;

/** The gateway itself in the address space: what is true of all machines together. */
public final class GatewayNode {
    private static final String NAME = "Keyway";

    private final MachineSpace space;
    private final UaObjectNode root;

    /** Makes its object below {@code Objects}. */
    public GatewayNode(MachineSpace space) {
        this.space = space;
        UaNode objects = space.server()
                .getAddressSpaceManager()
                .getManagedNode(NodeIds.ObjectsFolder)
                .orElseThrow();
        NodeId type = new NodeId(space.namespaces().index(Namespaces.TYPES), KeywayTypes.GATEWAY);
        this.root = maker(AccessGroup.PUBLIC).object(objects, name(NAME), type, NodeIds.HasComponent);
    }

    public UaObjectNode root() {
        return root;
    }

    /** A browse name of ours. */
    public QualifiedName name(String name) {
        return new QualifiedName(space.namespaces().index(Namespaces.TYPES), name);
    }

    /** Makes nodes of the gateway that belong to a group. */
    public NodeMaker maker(AccessGroup group) {
        return new NodeMaker(space.register(), new NodeOwner(Optional.empty(), group));
    }

    /** The server that the nodes live in. */
    public OpcUaServer server() {
        return space.server();
    }

    /** Whether a caller may do with this machine what a group of methods does; there may be no such machine. */
    public boolean mayCall(AccessContext access, String machine, AccessGroup group) {
        return space.mayCall(access, new NodeOwner(Optional.of(machine), group));
    }

    /** Gives a variable of the gateway a value. */
    public void set(UaVariableNode node, Object value) {
        set(node, new DataValue(Variant.of(value), StatusCode.GOOD, DateTime.now(), DateTime.now()));
    }

    /** Gives a variable of the gateway a value with its quality. */
    public void set(UaVariableNode node, DataValue value) {
        node.setValue(value);
        space.items().changed(List.of(node.getNodeId()));
    }
}
