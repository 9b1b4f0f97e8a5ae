package org.keyway.simulator.server;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigLimits;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;

/** Room for a session to each machine and for many tests. */
final class CellLimits implements OpcUaServerConfigLimits {
    private static final UInteger SESSIONS = uint(500);
    private static final double FASTEST_SAMPLING_MILLIS = 10;

    @Override
    public UInteger getMaxSessions() {
        return SESSIONS;
    }

    @Override
    public Double getMinSupportedSampleRate() {
        return FASTEST_SAMPLING_MILLIS;
    }
}
