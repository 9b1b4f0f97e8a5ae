package org.keyway.opcua.autoid;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.MonitoredItemServiceOperationResult;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.enumerated.DataChangeTrigger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePath;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePathResult;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePathTarget;
import org.eclipse.milo.opcua.stack.core.types.structured.DataChangeFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePath;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePathElement;
import org.jspecify.annotations.Nullable;
import org.keyway.job.reader.ReaderStatus.Feed;
import org.keyway.opcua.link.DeviceSubscription;
import org.keyway.opcua.link.NodeAddress;

/**
 * Subscribes to what a reader reads: to its events, and only where there are none to the last scan that it shows. Never to
 * both, for then each code would come twice.
 */
final class ReaderSubscription {
    private static final int QUEUE = 64;
    private static final int SUBSCRIBE_TO_EVENTS = 1;
    private static final double NO_DEADBAND = 0;

    private final OpcUaClient client;
    private final NamespaceTable namespaces;
    private final CodeFeed feed;

    ReaderSubscription(OpcUaClient client, NamespaceTable namespaces, CodeFeed feed) {
        this.client = client;
        this.namespaces = namespaces;
        this.feed = feed;
    }

    /** What came of subscribing. */
    sealed interface Outcome {
        /** Codes come. */
        record Begun(Feed feed) implements Outcome {}

        /** The node is none from which codes could come; nothing is subscribed to. */
        record Unfit(AutoIdCode code) implements Outcome {}
    }

    Outcome begin(String node, OpcUaSubscription.SubscriptionListener listener) throws UaException {
        Optional<NodeId> device = new NodeAddress(node).resolve(namespaces);
        if (device.isEmpty() || !isThere(device.get())) {
            return new Outcome.Unfit(AutoIdCode.NODE_MISSING);
        }
        Optional<AutoId> autoId = AutoId.in(namespaces);
        if (autoId.isEmpty()) {
            return new Outcome.Unfit(AutoIdCode.NO_FEED);
        }
        OpcUaSubscription subscription = DeviceSubscription.to(client);
        subscription.setSubscriptionListener(listener);
        subscription.create();
        if (hasEvents(device.get(), autoId.get()) && listens(subscription, device.get(), autoId.get())) {
            return new Outcome.Begun(Feed.EVENTS);
        }
        Optional<NodeId> lastScan = component(device.get(), autoId.get().name("LastScanData"));
        if (lastScan.isPresent() && watches(subscription, lastScan.get())) {
            return new Outcome.Begun(Feed.LAST_SCAN);
        }
        subscription.delete();
        return new Outcome.Unfit(AutoIdCode.NO_FEED);
    }

    private boolean isThere(NodeId id) throws UaException {
        return read(id, AttributeId.NodeClass).statusCode().isGood();
    }

    /** Whether events of the object can be subscribed to, and the server knows those of AutoID. */
    private boolean hasEvents(NodeId device, AutoId autoId) throws UaException {
        DataValue notifier = read(device, AttributeId.EventNotifier);
        return notifier.statusCode().isGood()
                && notifier.value().value() instanceof UByte bits
                && (bits.intValue() & SUBSCRIBE_TO_EVENTS) != 0
                && isThere(autoId.scanEvent());
    }

    private DataValue read(NodeId id, AttributeId attribute) throws UaException {
        ReadValueId wanted = new ReadValueId(id, attribute.uid(), null, QualifiedName.NULL_VALUE);
        DataValue @Nullable [] answers =
                client.read(0.0, TimestampsToReturn.Neither, List.of(wanted)).getResults();
        if (answers == null || answers.length != 1) {
            throw new UaException(StatusCodes.Bad_UnexpectedError, "incomplete answer");
        }
        return answers[0];
    }

    private boolean listens(OpcUaSubscription subscription, NodeId device, AutoId autoId) {
        OpcUaMonitoredItem item =
                OpcUaMonitoredItem.newEventItem(device, ScanEventFilter.of(autoId, client.getStaticEncodingContext()));
        item.setQueueSize(uint(QUEUE));
        item.setEventValueListener((source, fields) -> feed.event(fields));
        boolean created = isCreated(subscription, item);
        if (created && ScanEventFilter.isAccepted(item.getFilterResult(), client.getStaticEncodingContext())) {
            return true;
        }
        subscription.removeMonitoredItem(item);
        subscription.deleteMonitoredItems();
        return false;
    }

    /** Also the same data with another time are another scan: two labels may be alike. */
    private boolean watches(OpcUaSubscription subscription, NodeId lastScan) {
        OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(lastScan);
        item.setSamplingInterval(DeviceSubscription.PUBLISHING_MILLIS);
        item.setQueueSize(uint(QUEUE));
        item.setFilter(new DataChangeFilter(DataChangeTrigger.StatusValueTimestamp, uint(0), NO_DEADBAND));
        item.setDataValueListener((source, value) -> feed.lastScan(value));
        return isCreated(subscription, item);
    }

    private static boolean isCreated(OpcUaSubscription subscription, OpcUaMonitoredItem item) {
        subscription.addMonitoredItem(item);
        return subscription.createMonitoredItems().stream().allMatch(MonitoredItemServiceOperationResult::isGood);
    }

    private Optional<NodeId> component(NodeId device, QualifiedName name) throws UaException {
        RelativePathElement step = new RelativePathElement(NodeIds.HierarchicalReferences, false, true, name);
        BrowsePath path = new BrowsePath(device, new RelativePath(new RelativePathElement[] {step}));
        BrowsePathResult @Nullable [] results =
                client.translateBrowsePaths(List.of(path)).getResults();
        if (results == null || results.length != 1 || results[0].getStatusCode().isBad()) {
            return Optional.empty();
        }
        BrowsePathTarget @Nullable [] targets = results[0].getTargets();
        return targets == null || targets.length == 0
                ? Optional.empty()
                : targets[0].getTargetId().toNodeId(namespaces);
    }
}
