package org.keyway.opcua;

import java.nio.file.Path;

/**
 * How we take part in OPC UA.
 *
 * @param pki the folder of our certificate ({@code own.der}), of trusted certificates ({@code trusted/certs}) and of those
 *     turned away ({@code rejected})
 * @param port of our own server, on the loopback address; 0 for any free one
 */
public record OpcUaConfiguration(Path pki, int port) {}
