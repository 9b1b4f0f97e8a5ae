package org.keyway.benchmark.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigLimits;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;

/** Limits that a load does not meet. */
final class RoomyLimits implements OpcUaServerConfigLimits {
    private static final int SESSIONS = 1000;

    @Override
    public UInteger getMaxSessions() {
        return uint(SESSIONS);
    }

    @Override
    public Double getMinSupportedSampleRate() {
        return 10.0;
    }
}
