package org.keyway.opcua.link;

import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OperationLimits;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;

/** How many nodes a device takes in one request (OPC 10000-5 6.3.11); 0 and nothing mean that it doesn't say. */
record DeviceLimits(int nodesPerRead, int nodesPerWrite) {
    private static final int LARGEST = 1000;

    static DeviceLimits read(OpcUaClient client) throws UaException {
        OperationLimits limits = client.readOperationLimits();
        return new DeviceLimits(of(limits.maxNodesPerRead()), of(limits.maxNodesPerWrite()));
    }

    private static int of(Optional<UInteger> limit) {
        return limit.map(UInteger::longValue)
                .filter(value -> value > 0)
                .map(value -> (int) Math.min(value, LARGEST))
                .orElse(LARGEST);
    }
}
