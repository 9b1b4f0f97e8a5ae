package org.keyway.simulator.plc;

import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/** How a PLC reaches its server: each call makes a client of its own, connected. */
@FunctionalInterface
public interface PlcConnection {
    /**
     * Connects.
     *
     * @throws UaException when the server is not there, or turns us away
     */
    OpcUaClient connect() throws UaException;

    /** A connection without security or user. */
    static PlcConnection plain(String url) {
        return () -> connected(OpcUaClient.create(
                url,
                endpoints -> endpoints.stream()
                        .filter(endpoint -> endpoint.getSecurityPolicyUri().endsWith("#None"))
                        .findFirst(),
                transport -> {},
                client -> client.setRequestTimeout(Unsigned.uint(2_000))));
    }

    /** Connects a client that was made elsewhere; one that can't be is ended. */
    static OpcUaClient connected(OpcUaClient client) throws UaException {
        try {
            return client.connect();
        } catch (UaException refused) {
            var goodbye = client.disconnectAsync();
            assert goodbye != null;
            throw refused;
        }
    }
}
