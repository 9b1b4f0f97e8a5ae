package org.keyway.opcua.link;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;

/** How Keyway subscribes to what devices tell. */
public final class DeviceSubscription {
    /** How often a device tells news at most. */
    public static final double PUBLISHING_MILLIS = 100;

    /** In publishing intervals. By the keep-alive a client notices that a notification went into a connection that had just broken. */
    private static final int KEEP_ALIVES = 10;

    private static final int LIFETIME = 600;
    private static final double SILENT_KEEP_ALIVES = 10;

    private DeviceSubscription() {}

    /**
     * A subscription, not yet created, that asks again within about a second for what was lost with a connection, and
     * outlives one for a minute.
     */
    public static OpcUaSubscription to(OpcUaClient client) {
        OpcUaSubscription subscription = new OpcUaSubscription(client, PUBLISHING_MILLIS);
        subscription.setLifetimeAndKeepAliveCalculated(false);
        subscription.setMaxKeepAliveCount(uint(KEEP_ALIVES));
        subscription.setLifetimeCount(uint(LIFETIME));
        subscription.setWatchdogMultiplier(SILENT_KEEP_ALIVES);
        return subscription;
    }
}
