package org.keyway.opcua.server;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.NodeBody;

/** The names of those data types and reference types of OPC UA itself that a model uses. */
final class TypeNames {
    private final OpcUaServer server;
    private final Map<ExpandedNodeId, String> names = new HashMap<>();

    private TypeNames(OpcUaServer server) {
        this.server = server;
    }

    static Map<ExpandedNodeId, String> of(Model model, OpcUaServer server) {
        TypeNames found = new TypeNames(server);
        model.nodes().forEach(found::take);
        return found.names;
    }

    private void take(ModelNode node) {
        node.references().forEach(each -> take(each.type()));
        if (node.body() instanceof NodeBody.OfVariable variable) {
            take(variable.shape().dataType());
        }
        if (node.body() instanceof NodeBody.OfVariableType type) {
            take(type.shape().dataType());
        }
        if (node.body() instanceof NodeBody.OfDataType type) {
            type.definition().fields().forEach(field -> take(field.shape().dataType()));
        }
    }

    private void take(ExpandedNodeId id) {
        server.getAddressSpaceManager()
                .getManagedNode(id)
                .filter(node -> node.getNodeId().getNamespaceIndex().intValue() == 0)
                .filter(node ->
                        node.getNodeClass() == NodeClass.DataType || node.getNodeClass() == NodeClass.ReferenceType)
                .ifPresent(node ->
                        names.put(id, String.valueOf(node.getBrowseName().name())));
    }
}
