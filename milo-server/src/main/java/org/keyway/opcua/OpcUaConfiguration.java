package org.keyway.opcua;

import java.nio.file.Path;

/**
 * How we take part in OPC UA.
 *
 * @param pki the folder of our certificate ({@code own.der}), of trusted certificates ({@code trusted/certs}), of issuers
 *     ({@code issuers/certs}) and of those turned away ({@code rejected})
 * @param server how our own server is reached
 */
public record OpcUaConfiguration(Path pki, ServerSettings server) {
    /** A server that everybody on this computer may read. */
    public OpcUaConfiguration(Path pki, int port) {
        this(pki, ServerSettings.readableOnLoopback(port));
    }
}
