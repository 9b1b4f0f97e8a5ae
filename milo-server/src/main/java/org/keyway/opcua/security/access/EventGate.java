package org.keyway.opcua.security.access;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.milo.opcua.sdk.server.EventListener;
import org.eclipse.milo.opcua.sdk.server.EventNotifier;
import org.eclipse.milo.opcua.sdk.server.items.EventItem;
import org.eclipse.milo.opcua.sdk.server.model.objects.AuditEventType;
import org.eclipse.milo.opcua.sdk.server.model.objects.BaseEventTypeNode;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.keyway.job.account.Role;

/**
 * Hands each event at the Server object to those who may receive it, by whose the event is and whose its source: what tells of
 * other clients is for administrators.
 */
final class EventGate implements EventNotifier {
    private final Access access;
    private final List<EventListener> listeners = new CopyOnWriteArrayList<>();

    EventGate(Access access) {
        this.access = access;
    }

    /** Whether anybody would receive an audit event; making one costs a thousand times a look. */
    boolean isAudited() {
        return listeners.stream().anyMatch(listener -> !(listener instanceof EventItem item) || isAdmin(item));
    }

    private boolean isAdmin(EventItem item) {
        return access.caller(item.getSession()).roles().contains(Role.SECURITY_ADMIN);
    }

    @Override
    public void fire(BaseEventTypeNode event) {
        for (EventListener listener : listeners) {
            if (!(listener instanceof EventItem item) || mayReceive(item, event)) {
                listener.onEvent(event);
            }
        }
    }

    private boolean mayReceive(EventItem item, BaseEventTypeNode event) {
        if (event instanceof AuditEventType) {
            return isAdmin(item);
        }
        Caller caller = access.caller(item.getSession());
        NodeId source = event.getSourceNode();
        return caller.may(Operation.RECEIVE_EVENTS, access.owner(event.getNodeId()))
                && (source == null || caller.may(Operation.RECEIVE_EVENTS, access.owner(source)));
    }

    @Override
    public void register(EventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void unregister(EventListener listener) {
        listeners.remove(listener);
    }
}
