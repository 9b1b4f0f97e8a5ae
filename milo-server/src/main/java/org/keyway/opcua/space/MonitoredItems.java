package org.keyway.opcua.space;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.subscriptions.Subscription;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;

/**
 * Who watches which value. Nothing is sampled: a change is handed on when it happens. What changed together reaches a
 * subscription together, because its lock keeps its publishing timer out meanwhile.
 */
final class MonitoredItems {
    private final OpcUaServer server;
    private final BiFunction<Session, List<ReadValueId>, List<DataValue>> reader;
    private final Map<NodeId, Set<DataItem>> byNode = new ConcurrentHashMap<>();

    /**
     * For the values of one namespace.
     *
     * @param reader what a session sees of values now, by its rights
     */
    MonitoredItems(OpcUaServer server, BiFunction<Session, List<ReadValueId>, List<DataValue>> reader) {
        this.server = server;
        this.reader = reader;
    }

    /** Begins to watch, with the value as it is now. */
    void add(List<DataItem> items) {
        for (DataItem item : items) {
            byNode.computeIfAbsent(item.getReadValueId().getNodeId(), node -> ConcurrentHashMap.newKeySet())
                    .add(item);
        }
        show(items);
    }

    void remove(List<DataItem> items) {
        for (DataItem item : items) {
            byNode.computeIfPresent(item.getReadValueId().getNodeId(), (node, watching) -> {
                watching.remove(item);
                return watching.isEmpty() ? null : watching;
            });
        }
    }

    /** Hands on the values of nodes that changed together. */
    void changed(Collection<NodeId> nodes) {
        List<DataItem> concerned = new ArrayList<>();
        for (NodeId node : nodes) {
            concerned.addAll(byNode.getOrDefault(node, Set.of()));
        }
        show(concerned);
    }

    /** Hands on the values as they are now. */
    void show(Collection<DataItem> items) {
        Map<UInteger, List<DataItem>> bySubscription = new HashMap<>();
        for (DataItem item : items) {
            bySubscription
                    .computeIfAbsent(item.getSubscriptionId(), id -> new ArrayList<>())
                    .add(item);
        }
        bySubscription.forEach(this::show);
    }

    private void show(UInteger id, List<DataItem> items) {
        Subscription subscription = server.getSubscriptions().get(id);
        if (subscription == null) {
            return; // it ended meanwhile
        }
        List<DataValue> values = reader.apply(
                subscription.getSession(),
                items.stream().map(DataItem::getReadValueId).toList());
        synchronized (subscription) {
            for (int i = 0; i < items.size(); i++) {
                items.get(i).setValue(values.get(i));
            }
        }
    }
}
