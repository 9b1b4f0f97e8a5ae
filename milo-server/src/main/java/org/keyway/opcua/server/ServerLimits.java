package org.keyway.opcua.server;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigLimits;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.keyway.opcua.ServerCapacity;
import org.keyway.opcua.security.network.GuardedTransport;

/**
 * What one client, and all clients together, may take of the server. There is no limit of monitored items for all together:
 * before 1.1.5 one client could use it up for the others.
 */
final class ServerLimits implements OpcUaServerConfigLimits {
    private static final int LONGEST_VALUE = GuardedTransport.LIMITS.getMaxMessageSize() / 2;
    private static final double SESSION_MILLIS = 60_000;
    private static final double FASTEST_SAMPLING_MILLIS = 10;
    private static final int LONGEST_PASSWORD = 1024;

    private final ServerCapacity capacity;

    ServerLimits(ServerCapacity capacity) {
        this.capacity = capacity;
    }

    @Override
    public UInteger getMaxSessions() {
        return uint(capacity.sessions());
    }

    @Override
    public Double getMaxSessionTimeout() {
        return SESSION_MILLIS;
    }

    @Override
    public UInteger getMaxSubscriptions() {
        return uint(Math.min(Integer.MAX_VALUE, (long) capacity.sessions() * capacity.subscriptionsPerSession()));
    }

    @Override
    public UInteger getMaxSubscriptionsPerSession() {
        return uint(capacity.subscriptionsPerSession());
    }

    @Override
    public UInteger getMaxMonitoredItemsPerSession() {
        return uint(capacity.itemsPerSession());
    }

    @Override
    public Double getMinSupportedSampleRate() {
        return FASTEST_SAMPLING_MILLIS;
    }

    @Override
    public UInteger getMaxPasswordLength() {
        return uint(LONGEST_PASSWORD);
    }

    @Override
    public UInteger getMaxStringLength() {
        return uint(LONGEST_VALUE);
    }

    @Override
    public UInteger getMaxByteStringLength() {
        return uint(LONGEST_VALUE);
    }

    @Override
    public UInteger getMaxArrayLength() {
        return uint(LONGEST_VALUE);
    }
}
