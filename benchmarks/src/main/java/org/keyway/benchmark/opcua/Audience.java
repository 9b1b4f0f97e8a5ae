package org.keyway.benchmark.opcua;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.keyway.benchmark.Latencies;

/** Sessions that watch values, and note how long each was in being told of the last one. */
final class Audience {
    private static final int PATIENCE_SECONDS = 30;

    private final int watched;
    private final List<Long> latencies = new ArrayList<>();
    private volatile double expected;
    private volatile long changedAt;
    private volatile CountDownLatch waiting = new CountDownLatch(0);

    Audience(int watched) {
        this.watched = watched;
    }

    void watch(OpcUaClient client, List<NodeId> nodes, double publishing) throws UaException {
        OpcUaSubscription subscription = new OpcUaSubscription(client, publishing);
        subscription.setSubscriptionListener(new Listener());
        subscription.create();
        List<OpcUaMonitoredItem> items =
                nodes.stream().map(OpcUaMonitoredItem::newDataItem).toList();
        items.forEach(item -> item.setSamplingInterval(publishing));
        subscription.addMonitoredItems(items);
        subscription.createMonitoredItems();
    }

    void expect(double value, int sessions) {
        waiting = new CountDownLatch(sessions);
        expected = value;
        changedAt = System.nanoTime();
    }

    void awaitAll() throws InterruptedException {
        if (!waiting.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(waiting.getCount() + " sessions were never told of " + expected);
        }
    }

    synchronized void forget() {
        latencies.clear();
    }

    private synchronized void told(long nanos) {
        latencies.add(nanos);
        waiting.countDown();
    }

    synchronized String summary() {
        Latencies sorted =
                new Latencies(latencies.stream().mapToLong(Long::longValue).toArray());
        return "p50 %.1f ms, p99 %.1f ms of %d sessions told"
                .formatted(sorted.percentile(0.5), sorted.percentile(0.99), latencies.size());
    }

    /** One session: told when it has seen the value on every item. */
    private final class Listener implements OpcUaSubscription.SubscriptionListener {
        private final Set<OpcUaMonitoredItem> seen = new HashSet<>();
        private double of;

        @Override
        public synchronized void onDataReceived(
                OpcUaSubscription subscription, List<OpcUaMonitoredItem> items, List<DataValue> values) {
            long now = System.nanoTime();
            double wanted = expected;
            if (of != wanted) {
                seen.clear();
                of = wanted;
            }
            for (int i = 0; i < items.size(); i++) {
                if (values.get(i).value().value() instanceof Number number && number.doubleValue() == wanted) {
                    seen.add(items.get(i));
                }
            }
            if (seen.size() == watched) {
                seen.clear();
                of = 0;
                told(now - changedAt);
            }
        }
    }
}
