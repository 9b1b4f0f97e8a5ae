package org.keyway.opcua.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.FilterOperator;
import org.eclipse.milo.opcua.stack.core.types.structured.ContentFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.ContentFilterElement;
import org.eclipse.milo.opcua.stack.core.types.structured.EventFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.LiteralOperand;
import org.eclipse.milo.opcua.stack.core.types.structured.SimpleAttributeOperand;

/** What a client hears at one object, by the fields that it asks for. */
public final class HeardEvents {
    private static final int OURS = 7;
    private static final int QUEUE = 100;

    private final List<String> names = new ArrayList<>();
    private final List<Variant[]> heard = new CopyOnWriteArrayList<>();
    private final StatusCode answer;

    /**
     * Begins to listen, once the server has answered.
     *
     * @param type of which our own fields are, by its number
     * @param fields those of every event by their names, ours with a colon before
     */
    public HeardEvents(OpcUaClient client, NodeId notifier, int type, String... fields) throws UaException {
        this(client, notifier, new ContentFilter(null), type, fields);
    }

    /** The same for one type of ours alone. */
    public static HeardEvents ofType(OpcUaClient client, NodeId notifier, int type, String... fields)
            throws UaException {
        ExtensionObject wanted = ExtensionObject.encode(
                client.getStaticEncodingContext(), new LiteralOperand(Variant.ofNodeId(new NodeId(OURS, type))));
        ContentFilterElement isOfType = new ContentFilterElement(FilterOperator.OfType, new ExtensionObject[] {wanted});
        return new HeardEvents(
                client, notifier, new ContentFilter(new ContentFilterElement[] {isOfType}), type, fields);
    }

    private HeardEvents(OpcUaClient client, NodeId notifier, ContentFilter where, int type, String... fields)
            throws UaException {
        List<SimpleAttributeOperand> selected = new ArrayList<>();
        for (String field : fields) {
            boolean ours = field.startsWith(":");
            String name = ours ? field.substring(1) : field;
            names.add(name);
            selected.add(new SimpleAttributeOperand(
                    ours ? new NodeId(OURS, type) : NodeIds.BaseEventType,
                    new QualifiedName[] {new QualifiedName(ours ? OURS : 0, name)},
                    AttributeId.Value.uid(),
                    null));
        }
        OpcUaSubscription subscription = new OpcUaSubscription(client, 20.0);
        subscription.create();
        OpcUaMonitoredItem item = OpcUaMonitoredItem.newEventItem(
                notifier, new EventFilter(selected.toArray(new SimpleAttributeOperand[0]), where));
        item.setQueueSize(UInteger.valueOf(QUEUE));
        item.setEventValueListener((from, values) -> heard.add(values));
        subscription.addMonitoredItem(item);
        subscription.createMonitoredItems();
        answer = item.getCreateResult().orElseThrow();
    }

    /** Whether the server lets the client listen there. */
    public StatusCode answer() {
        return answer;
    }

    /** What was heard so far in one field, in order; events without it are left out. */
    public List<Object> all(String field) {
        int at = names.indexOf(field);
        return heard.stream()
                .flatMap(values -> Stream.ofNullable(values[at].value()))
                .toList();
    }
}
