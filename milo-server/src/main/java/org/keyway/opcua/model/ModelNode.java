package org.keyway.opcua.model;

import java.util.List;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;

/**
 * A node.
 *
 * @param id with the URI of its namespace
 * @param displayName the name of {@code browseName} unless the model states another
 * @param references as the node states them; the other side may state them too, or not
 */
public record ModelNode(
        ExpandedNodeId id, ModelName browseName, String displayName, NodeBody body, List<ModelReference> references) {
    public ModelNode {
        references = List.copyOf(references);
    }
}
