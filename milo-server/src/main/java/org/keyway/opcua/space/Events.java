package org.keyway.opcua.space;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.model.objects.BaseEventTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires events (OPC 10000-5 6.4) at the Server object and at objects of ours. */
public final class Events {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final UShort OWN = UShort.valueOf(1);
    private static final int ID_BYTES = 16;

    private final OpcUaServer server;
    private final EventItems items;

    Events(OpcUaServer server, EventItems items) {
        this.server = server;
        this.items = items;
    }

    /**
     * An event to be fired.
     *
     * @param type an event type that isn't abstract
     * @param source the object that it is about
     * @param notifiers the objects of ours at which it is seen, the source among them where it is to be
     * @param severity 1 to 1000 (OPC 10000-5 6.4.2)
     * @param fields values of fields beyond those of every event, by browse name
     */
    public record Event(
            NodeId type,
            UaNode source,
            Collection<NodeId> notifiers,
            int severity,
            LocalizedText message,
            Map<QualifiedName, Variant> fields) {}

    /** Fires an event; one that can't be made is logged, because what it tells of has happened anyway. */
    public synchronized void fire(Event event) {
        try {
            BaseEventTypeNode node =
                    server.getEventFactory().createEvent(new NodeId(OWN, UUID.randomUUID()), event.type());
            try {
                fill(node, event);
                server.getEventNotifier().fire(node);
                items.tell(event.notifiers(), node);
            } finally {
                node.delete();
            }
        } catch (UaException e) {
            LOG.error("no event of type {} could be made", event.type(), e);
        }
    }

    private static void fill(BaseEventTypeNode node, Event event) {
        DateTime now = DateTime.now();
        node.setEventId(newId());
        node.setEventType(event.type());
        node.setSourceNode(event.source().getNodeId());
        node.setSourceName(event.source().getBrowseName().name());
        node.setTime(now);
        node.setReceiveTime(now);
        node.setMessage(event.message());
        node.setSeverity(UShort.valueOf(event.severity()));
        event.fields().forEach((name, value) -> set(node, name, value));
    }

    private static void set(BaseEventTypeNode node, QualifiedName field, Variant value) {
        if (node.findNode(field).orElse(null) instanceof UaVariableNode variable) {
            variable.setValue(new DataValue(value));
        } else {
            LOG.error("events of type {} have no field {}", node.getTypeDefinitionNode(), field);
        }
    }

    private static ByteString newId() {
        UUID id = UUID.randomUUID();
        return ByteString.of(ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }
}
