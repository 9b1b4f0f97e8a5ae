package org.keyway.opcua.space;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.items.EventItem;
import org.eclipse.milo.opcua.sdk.server.model.objects.BaseEventTypeNode;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/** Who listens for events at which of our objects; those who listen at the Server object are Milo's. */
final class EventItems {
    private final Map<NodeId, Set<EventItem>> byNode = new ConcurrentHashMap<>();

    void add(List<EventItem> items) {
        for (EventItem item : items) {
            byNode.computeIfAbsent(item.getReadValueId().getNodeId(), node -> ConcurrentHashMap.newKeySet())
                    .add(item);
        }
    }

    void remove(List<EventItem> items) {
        for (EventItem item : items) {
            byNode.computeIfPresent(item.getReadValueId().getNodeId(), (node, listening) -> {
                listening.remove(item);
                return listening.isEmpty() ? null : listening;
            });
        }
    }

    /** Tells those who listen at one of these objects and may hear of it. */
    void tell(Collection<NodeId> notifiers, BaseEventTypeNode event, Predicate<Session> mayReceive) {
        for (NodeId notifier : notifiers) {
            for (EventItem item : byNode.getOrDefault(notifier, Set.of())) {
                if (item.isSamplingEnabled() && mayReceive.test(item.getSession())) {
                    item.onEvent(event);
                }
            }
        }
    }
}
