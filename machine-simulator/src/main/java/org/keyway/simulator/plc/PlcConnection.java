package org.keyway.simulator.plc;

import java.security.cert.X509Certificate;
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

    /**
     * A connection signed and encrypted by Basic256Sha256, without a user: the application proves itself. Whoever answers at
     * the address is taken for the server.
     */
    static PlcConnection signed(String url, PlcIdentity identity) {
        return () -> connected(OpcUaClient.create(
                url,
                endpoints -> endpoints.stream()
                        .filter(endpoint -> endpoint.getSecurityPolicyUri().endsWith("#Basic256Sha256"))
                        .findFirst(),
                transport -> {},
                client -> client.setRequestTimeout(Unsigned.uint(2_000))
                        .setApplicationUri(identity.applicationUri())
                        .setKeyPair(identity.keys())
                        .setCertificate(identity.certificate())
                        .setCertificateChain(new X509Certificate[] {identity.certificate()})));
    }

    /** Connects a client; one that can't be is ended. */
    private static OpcUaClient connected(OpcUaClient client) throws UaException {
        try {
            return client.connect();
        } catch (UaException refused) {
            var goodbye = client.disconnectAsync();
            assert goodbye != null;
            throw refused;
        }
    }
}
