package org.keyway.opcua.model.load;

import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.core.typetree.ObjectTypeTree;
import org.eclipse.milo.opcua.sdk.server.ObjectTypeManager;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.model.objects.BaseEventTypeNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.NodeBody;

/** Lets Milo make events of the types of a model. */
final class EventTypes {
    private EventTypes() {}

    /** Registers every type of events; the object type tree has to know the model. */
    static void register(OpcUaServer server, ServerIds ids, Model model) {
        ObjectTypeTree tree = server.getObjectTypeTree();
        ObjectTypeManager types = server.getObjectTypeManager();
        List<NodeId> found = model.nodes().stream()
                .filter(node -> node.body() instanceof NodeBody.OfObjectType)
                .map(ModelNode::id)
                .map(ids::id)
                .filter(id -> tree.isSubtypeOf(id, NodeIds.BaseEventType))
                .filter(id -> types.getNodeConstructor(id).equals(Optional.empty()))
                .toList();
        found.forEach(id -> types.registerObjectType(id, BaseEventTypeNode.class, BaseEventTypeNode::new));
    }
}
