package org.keyway.opcua.space;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.Session;
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
import org.keyway.identifier.Message;
import org.keyway.opcua.security.AccessGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires events (OPC 10000-5 6.4) at the Server object and at objects of ours. */
public final class Events {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final UShort OWN = UShort.valueOf(1);
    private static final int ID_BYTES = 16;

    private final OpcUaServer server;
    private final NodeRegister register;
    private final EventItems items;
    private final BiPredicate<Session, NodeOwner> mayReceive;

    Events(OpcUaServer server, NodeRegister register, EventItems items, BiPredicate<Session, NodeOwner> mayReceive) {
        this.server = server;
        this.register = register;
        this.items = items;
        this.mayReceive = mayReceive;
    }

    /**
     * An event to be fired.
     *
     * @param type an event type that isn't abstract
     * @param source the object that it is about
     * @param notifiers the objects of ours at which it is seen, the source among them where it is to be
     * @param group by which it is told to those who may hear of such a thing and may see the source, and to nobody else
     * @param severity 1 to 1000 (OPC 10000-5 6.4.2)
     * @param message told to each in the language of his session
     * @param fields values of fields beyond those of every event, by browse name
     */
    public record Event(
            NodeId type,
            UaNode source,
            Collection<NodeId> notifiers,
            AccessGroup group,
            int severity,
            Message message,
            Map<QualifiedName, Variant> fields) {}

    /**
     * Fires an event; one that can't be made is logged, because what it tells of has happened anyway. One of a machine that is
     * gone is told to nobody.
     */
    public synchronized void fire(Event event) {
        NodeId source = event.source().getNodeId();
        Optional<NodeOwner> owner = register.owner(source);
        boolean gone = owner.isEmpty() && register.isOurs(source);
        if (gone && event.group() != AccessGroup.ADMINISTRATION) { // whoever administers sees every machine anyway
            return;
        }
        NodeId id = new NodeId(OWN, UUID.randomUUID());
        register.begin(id, new NodeOwner(owner.flatMap(NodeOwner::machine), event.group()));
        try {
            BaseEventTypeNode node = server.getEventFactory().createEvent(id, event.type());
            try {
                fill(node, event);
                tell(node, event);
            } finally {
                node.delete();
            }
        } catch (UaException e) {
            LOG.error("no event of type {} could be made", event.type(), e);
        } finally {
            register.end(id);
        }
    }

    private void tell(BaseEventTypeNode node, Event event) {
        NodeOwner owner = register.owner(node.getNodeId()).orElseThrow();
        server.getEventNotifier().fire(node);
        items.tell(event.notifiers(), node, session -> mayReceive.test(session, owner));
    }

    private static void fill(BaseEventTypeNode node, Event event) {
        DateTime now = DateTime.now();
        node.setEventId(newId());
        node.setEventType(event.type());
        node.setSourceNode(event.source().getNodeId());
        node.setSourceName(event.source().getBrowseName().name());
        node.setTime(now);
        node.setReceiveTime(now);
        node.setMessage(LocalizedText.english(event.message().en()));
        node.getMessageNode().getFilterChain().addFirst(new SpokenMessage(event.message()));
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
