package org.keyway.opcua.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.structured.ModelChangeStructureDataType;
import org.keyway.identifier.Message;
import org.keyway.opcua.security.AccessGroup;

/** What came and went, told in one {@code GeneralModelChangeEvent} (OPC 10000-3 9.32) at the Server object. */
final class ModelChange {
    private static final UByte NODE_ADDED = UByte.valueOf(1);
    private static final UByte NODE_DELETED = UByte.valueOf(2);
    private static final int SEVERITY = 100;
    private static final Message MESSAGE = new Message("Machines came, went or were changed.", "机床有新增、移除或变更。");
    private static final QualifiedName CHANGES = new QualifiedName(0, "Changes");

    private final OpcUaServer server;
    private final List<ExtensionObject> changes = new ArrayList<>();

    ModelChange(OpcUaServer server) {
        this.server = server;
    }

    void added(UaObjectNode node) {
        add(node, NODE_ADDED);
    }

    void deleted(UaObjectNode node) {
        add(node, NODE_DELETED);
    }

    private void add(UaObjectNode node, UByte verb) {
        changes.add(ExtensionObject.encode(
                server.getStaticEncodingContext(),
                new ModelChangeStructureDataType(node.getNodeId(), NodeId.NULL_VALUE, verb)));
    }

    void tell(Events events) {
        if (changes.isEmpty()) {
            return;
        }
        server.getAddressSpaceManager()
                .getManagedNode(NodeIds.Server)
                .ifPresent(source -> events.fire(new Events.Event(
                        NodeIds.GeneralModelChangeEventType,
                        source,
                        List.of(),
                        AccessGroup.PUBLIC,
                        SEVERITY,
                        MESSAGE,
                        Map.of(CHANGES, Variant.of(changes.toArray(new ExtensionObject[0]))))));
    }
}
