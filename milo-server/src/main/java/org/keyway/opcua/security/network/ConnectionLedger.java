package org.keyway.opcua.security.network;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.keyway.opcua.ServerCapacity;

/** Who is connected, and how often each address has tried: a bucket of tries that fills up as time passes. */
final class ConnectionLedger {
    private static final int BURST = 10;
    private static final int MOST_ADDRESSES = 10_000;
    private static final double NANOS = 1e9;

    private final ServerCapacity capacity;
    private final LongSupplier nanos;
    private final Map<InetAddress, Integer> connected = new HashMap<>();
    private final Map<InetAddress, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };
    private int total;

    private record Bucket(double left, long at) {}

    ConnectionLedger(ServerCapacity capacity, LongSupplier nanos) {
        this.capacity = capacity;
        this.nanos = nanos;
    }

    /** Takes a connection in; why not, when it can't. Whoever is taken in must leave. */
    synchronized Optional<Refusal> enter(InetAddress address) {
        int ofAddress = connected.getOrDefault(address, 0);
        if (!takesOneOf(address)) {
            return Optional.of(Refusal.TOO_OFTEN);
        }
        if (total >= capacity.connections() || ofAddress >= capacity.connectionsPerAddress()) {
            return Optional.of(Refusal.TOO_MANY);
        }
        connected.put(address, ofAddress + 1);
        total++;
        return Optional.empty();
    }

    private boolean takesOneOf(InetAddress address) {
        double most = (double) capacity.connectionsPerSecond() * BURST;
        long now = nanos.getAsLong();
        Bucket bucket = buckets.getOrDefault(address, new Bucket(most, now));
        double left = Math.min(most, bucket.left() + (now - bucket.at()) / NANOS * capacity.connectionsPerSecond());
        boolean enough = left >= 1;
        buckets.put(address, new Bucket(enough ? left - 1 : left, now));
        return enough;
    }

    synchronized void leave(InetAddress address) {
        total--;
        connected.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
    }

    synchronized int total() {
        return total;
    }
}
