package org.keyway.opcua.model.load;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.util.Namespaces;
import org.keyway.opcua.model.LocalNamespaces;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.ModelReference;

/**
 * Whether the subtypes of a model make a tree: one supertype each (OPC 10000-3 7.10), and no type above itself. Milo follows
 * subtypes without looking for circles.
 */
final class TypeHierarchy {
    private static final ExpandedNodeId HAS_SUBTYPE =
            LocalNamespaces.of(Namespaces.OPC_UA, NodeIds.HasSubtype.getIdentifier());

    private final Set<ExpandedNodeId> own = new HashSet<>();
    private final Map<ExpandedNodeId, ExpandedNodeId> supertypes = new HashMap<>();

    private TypeHierarchy() {}

    /** A type that breaks the tree, if there is one. */
    static Optional<ExpandedNodeId> fault(Model model) {
        TypeHierarchy hierarchy = new TypeHierarchy();
        model.nodes().forEach(node -> hierarchy.own.add(node.id()));
        return model.nodes().stream()
                .flatMap(node -> node.references().stream()
                        .filter(reference -> !hierarchy.take(node, reference))
                        .map(ModelReference::target))
                .findFirst()
                .or(hierarchy::circle);
    }

    /** Takes a reference; answers whether it may be. */
    private boolean take(ModelNode node, ModelReference reference) {
        if (!reference.type().equals(HAS_SUBTYPE)) {
            return true;
        }
        ExpandedNodeId subtype = reference.forward() ? reference.target() : node.id();
        ExpandedNodeId supertype = reference.forward() ? node.id() : reference.target();
        ExpandedNodeId before = supertypes.putIfAbsent(subtype, supertype);
        return own.contains(subtype) && (before == null || before.equals(supertype));
    }

    private Optional<ExpandedNodeId> circle() {
        Set<ExpandedNodeId> sound = new HashSet<>();
        for (ExpandedNodeId start : supertypes.keySet()) {
            Set<ExpandedNodeId> way = new HashSet<>();
            for (ExpandedNodeId each = start; each != null && !sound.contains(each); each = supertypes.get(each)) {
                if (!way.add(each)) {
                    return Optional.of(each);
                }
            }
            sound.addAll(way);
        }
        return Optional.empty();
    }
}
