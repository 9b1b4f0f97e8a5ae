package org.keyway.opcua.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNodeContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;

/** The nodes of our instances: how their ids are made, and whose each is. */
final class NodeRegister {
    private final UaNodeContext context;
    private final UShort namespace;
    private final Map<NodeId, NodeOwner> owners = new ConcurrentHashMap<>();
    private final Map<NodeId, NodeOwner> events = new ConcurrentHashMap<>();
    private volatile Consumer<UaNode> guard = node -> {};

    NodeRegister(UaNodeContext context, UShort namespace) {
        this.context = context;
        this.namespace = namespace;
    }

    /** Is given each node before anybody sees it. */
    void guard(Consumer<UaNode> with) {
        this.guard = with;
    }

    UaNodeContext context() {
        return context;
    }

    /** Whose a node is; empty for one that we don't have. */
    Optional<NodeOwner> owner(NodeId node) {
        return Optional.ofNullable(owners.get(node)).or(() -> Optional.ofNullable(events.get(node)));
    }

    /** Whose an event is, while it is being told. */
    void begin(NodeId event, NodeOwner owner) {
        events.put(event, owner);
    }

    void end(NodeId event) {
        events.remove(event);
    }

    /** Whether an id is of our instances, there or not. */
    boolean isOurs(NodeId node) {
        return node.getNamespaceIndex().equals(namespace);
    }

    /** The id of a node below another: the names that lead to it. One below a node of a standard begins anew. */
    NodeId below(UaNode parent, QualifiedName name) {
        String own = escaped(String.valueOf(name.name()));
        return new NodeId(
                namespace, isOurs(parent.getNodeId()) ? parent.getNodeId().getIdentifier() + "/" + own : own);
    }

    private static String escaped(String name) {
        return name.replace("%", "%25").replace("/", "%2F");
    }

    <N extends UaNode> N add(N node, UaNode parent, NodeId reference, NodeOwner owner) {
        owners.put(node.getNodeId(), owner);
        guard.accept(node);
        context.getNodeManager().addNode(node);
        node.addReference(
                new Reference(node.getNodeId(), reference, parent.getNodeId().expanded(), Reference.Direction.INVERSE));
        return node;
    }

    /** Takes away every node of a machine. */
    List<NodeId> removeAllOf(String machine) {
        List<NodeId> gone = new ArrayList<>();
        owners.forEach((node, owner) -> {
            if (owner.machine().equals(Optional.of(machine))) {
                gone.add(node);
            }
        });
        for (NodeId node : gone) {
            owners.remove(node);
            context.getNodeManager().getNode(node).ifPresent(UaNode::delete);
        }
        return gone;
    }
}
