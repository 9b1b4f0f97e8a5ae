package org.keyway.opcua.server;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigLimits;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;

/** What one client, and all clients together, may take of the server. */
final class ServerLimits implements OpcUaServerConfigLimits {
    private static final UInteger SESSIONS = uint(100);
    private static final UInteger SUBSCRIPTIONS = uint(400);
    private static final UInteger SUBSCRIPTIONS_PER_SESSION = uint(10);
    private static final UInteger ITEMS_PER_SESSION = uint(10_000);
    private static final double SESSION_MILLIS = 60_000;
    private static final double FASTEST_SAMPLING_MILLIS = 10;

    @Override
    public UInteger getMaxSessions() {
        return SESSIONS;
    }

    @Override
    public Double getMaxSessionTimeout() {
        return SESSION_MILLIS;
    }

    @Override
    public UInteger getMaxSubscriptions() {
        return SUBSCRIPTIONS;
    }

    @Override
    public UInteger getMaxSubscriptionsPerSession() {
        return SUBSCRIPTIONS_PER_SESSION;
    }

    @Override
    public UInteger getMaxMonitoredItemsPerSession() {
        return ITEMS_PER_SESSION;
    }

    @Override
    public Double getMinSupportedSampleRate() {
        return FASTEST_SAMPLING_MILLIS;
    }
}
