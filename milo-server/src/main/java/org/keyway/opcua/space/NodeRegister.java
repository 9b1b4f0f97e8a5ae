package org.keyway.opcua.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNodeContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;

/** The nodes of our instances: how their ids are made, and whose each is. */
final class NodeRegister {
    private final UaNodeContext context;
    private final InstanceNodes nodes;
    private final UShort namespace;
    private final Map<NodeId, NodeOwner> owners = new ConcurrentHashMap<>();
    private final Map<NodeId, NodeOwner> events = new ConcurrentHashMap<>();
    private final Map<String, List<NodeId>> machines = new ConcurrentHashMap<>();
    private final Map<QualifiedName, Name> names = new ConcurrentHashMap<>();
    private volatile Consumer<UaNode> guard = node -> {};

    NodeRegister(UaNodeContext context, InstanceNodes nodes, UShort namespace) {
        this.context = context;
        this.nodes = nodes;
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

    /** What a node is called. */
    record Name(QualifiedName browse, LocalizedText display) {}

    /** One name for all nodes that are called alike, on whatever machine. */
    Name name(QualifiedName name) {
        return names.computeIfAbsent(name, own -> new Name(own, LocalizedText.english(own.name())));
    }

    private static String escaped(String name) {
        return name.replace("%", "%25").replace("/", "%2F");
    }

    <N extends UaNode> N add(N node, UaNode parent, NodeId reference, NodeOwner owner) {
        NodeId id = node.getNodeId();
        owners.put(id, owner);
        owner.machine()
                .ifPresent(machine -> machines.computeIfAbsent(
                                machine, own -> Collections.synchronizedList(new ArrayList<>()))
                        .add(id));
        guard.accept(node);
        nodes.addNode(node);
        nodes.link(parent.getNodeId(), reference, id);
        return node;
    }

    /** Takes away every node of a machine. */
    List<NodeId> removeAllOf(String machine) {
        List<NodeId> own = machines.remove(machine);
        List<NodeId> gone = own == null ? List.of() : List.copyOf(own);
        for (NodeId node : gone) {
            owners.remove(node);
            nodes.getNode(node).ifPresent(UaNode::delete);
        }
        return gone;
    }
}
