package org.keyway.opcua.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.UaNodeManager;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of our instances, whose references take little room: a thousand machines have two million of them, and the stack's
 * own store spends half of all memory on those. The way from a type back to its instances isn't kept: for the type of all
 * properties it would be half a million references long.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // the map is concurrent, and its arrays never change
final class InstanceNodes extends UaNodeManager {
    private static final Link[] NONE = {};

    private final NamespaceTable namespaces;
    private final Map<NodeId, Link[]> links = new ConcurrentHashMap<>();
    private final Map<NodeId, Link> typeLinks = new ConcurrentHashMap<>();

    InstanceNodes(NamespaceTable namespaces) {
        this.namespaces = namespaces;
    }

    /** A reference without its source. */
    private record Link(NodeId type, NodeId target, boolean forward) {
        Reference from(NodeId source) {
            return new Reference(source, type, target.expanded(), forward);
        }
    }

    /** Lets two nodes refer to each other. */
    void link(NodeId parent, NodeId type, NodeId child) {
        add(parent, new Link(type, child, true));
        add(child, new Link(type, parent, false));
    }

    private void add(NodeId source, Link link) {
        links.merge(source, new Link[] {link}, (known, more) -> {
            Link[] all = Arrays.copyOf(known, known.length + 1);
            all[known.length] = link;
            return all;
        });
    }

    private void remove(NodeId source, Link link) {
        links.computeIfPresent(source, (node, known) -> without(known, link));
    }

    private static Link @Nullable [] without(Link[] known, Link link) {
        int at = Arrays.asList(known).indexOf(link);
        if (at < 0) {
            return known;
        }
        Link[] rest = Arrays.copyOf(known, known.length - 1);
        System.arraycopy(known, at + 1, rest, at, rest.length - at);
        return rest.length == 0 ? null : rest;
    }

    /** Every node of one type has the same. */
    private Link link(Reference reference) {
        NodeId target = local(reference.getTargetNodeId());
        Link link = new Link(reference.getReferenceTypeId(), target, reference.isForward());
        return isToType(reference) ? typeLinks.computeIfAbsent(target, type -> link) : link;
    }

    private static boolean isToType(Reference reference) {
        return reference.isForward() && NodeIds.HasTypeDefinition.equals(reference.getReferenceTypeId());
    }

    private NodeId local(ExpandedNodeId target) {
        return target.toNodeId(namespaces)
                .orElseThrow(() -> new IllegalArgumentException(target + " is a node of another server"));
    }

    private static Optional<Link> inverse(Reference reference) {
        return isToType(reference)
                ? Optional.empty()
                : Optional.of(
                        new Link(reference.getReferenceTypeId(), reference.getSourceNodeId(), !reference.isForward()));
    }

    @Override
    public void addReference(Reference reference) {
        add(reference.getSourceNodeId(), link(reference));
    }

    @Override
    public void addReferences(Reference reference, NamespaceTable table) {
        addReference(reference);
        inverse(reference).ifPresent(back -> add(local(reference.getTargetNodeId()), back));
    }

    @Override
    public void removeReference(Reference reference) {
        remove(reference.getSourceNodeId(), link(reference));
    }

    @Override
    public void removeReferences(Reference reference, NamespaceTable table) {
        removeReference(reference);
        inverse(reference).ifPresent(back -> remove(local(reference.getTargetNodeId()), back));
    }

    @Override
    public List<Reference> getReferences(NodeId node) {
        return from(node).collect(Collectors.toCollection(ArrayList::new));
    }

    private Stream<Reference> from(NodeId node) {
        return Arrays.stream(links.getOrDefault(node, NONE)).map(link -> link.from(node));
    }

    @Override
    public List<Reference> getReferences(NodeId node, Predicate<Reference> filter) {
        return from(node).filter(filter).toList();
    }
}
