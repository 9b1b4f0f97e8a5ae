package org.keyway.opcua;

import java.util.List;
import java.util.Set;

/**
 * How our own server is reached.
 *
 * @param bind the address it listens on
 * @param port 0 for any free one
 * @param hostNames the names and addresses under which clients reach it, at least one; all stand in our certificate
 * @param policies the security policies offered, each with signing and encryption, at least one
 * @param readableByAnyone whether whoever reaches it may read without a certificate, without a name and in clear text; for
 *     commissioning and for a computer of one's own
 */
public record ServerSettings(
        String bind,
        int port,
        List<String> hostNames,
        Set<ServerPolicy> policies,
        boolean readableByAnyone,
        ServerCapacity capacity) {
    /** Where only this computer reaches it. */
    public static final String LOOPBACK = "127.0.0.1";

    /**
     * Settings.
     *
     * @throws IllegalArgumentException when the port is out of range or a list is empty
     */
    public ServerSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be from 0 to 65535, not " + port);
        }
        if (hostNames.isEmpty() || policies.isEmpty()) {
            throw new IllegalArgumentException(
                    (hostNames.isEmpty() ? "hostnames" : "policies") + " must have one entry at least");
        }
        hostNames = List.copyOf(hostNames);
        policies = Set.copyOf(policies);
    }

    /** A server that everybody on this computer may read. */
    public static ServerSettings readableOnLoopback(int port) {
        return new ServerSettings(
                LOOPBACK, port, List.of(LOOPBACK), Set.of(ServerPolicy.values()), true, ServerCapacity.USUAL);
    }

    /** The same where nobody comes in without a certificate. */
    public ServerSettings secured() {
        return new ServerSettings(bind, port, hostNames, policies, false, capacity);
    }

    /** The same for so many. */
    public ServerSettings with(ServerCapacity other) {
        return new ServerSettings(bind, port, hostNames, policies, readableByAnyone, other);
    }
}
