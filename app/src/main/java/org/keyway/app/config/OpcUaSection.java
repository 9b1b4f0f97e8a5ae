package org.keyway.app.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.opcua.ServerCapacity;
import org.keyway.opcua.ServerPolicy;
import org.keyway.opcua.ServerSettings;

/**
 * How our OPC UA server is reached, as a configuration file says it.
 *
 * @param bind the address to listen on; for this computer alone where nothing is said
 * @param hostnames names and addresses under which clients reach it; the bind address, or this computer's own
 * @param policies security policies to offer; all
 * @param commissioning whether anyone may read without signing in and in clear text
 * @param pki the folder of certificates, beside the file; in the data folder
 */
record OpcUaSection(
        @Nullable String bind,
        @Nullable Integer port,
        @Nullable List<String> hostnames,
        @Nullable List<String> policies,
        @Nullable Boolean commissioning,
        @Nullable String pki,
        @Nullable Limits limits) {
    private static final int PORT = 4840;
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");

    /** What the server takes on; see {@link ServerCapacity}. */
    record Limits(
            @Nullable Integer sessions,
            @Nullable Integer sessionsPerClient,
            @Nullable Integer subscriptionsPerSession,
            @Nullable Integer itemsPerSession,
            @Nullable Integer connections,
            @Nullable Integer connectionsPerAddress,
            @Nullable Integer connectionsPerSecond) {
        ServerCapacity capacity() {
            ServerCapacity usual = ServerCapacity.USUAL;
            return new ServerCapacity(
                    or(sessions, usual.sessions()),
                    or(sessionsPerClient, usual.sessionsPerClient()),
                    or(subscriptionsPerSession, usual.subscriptionsPerSession()),
                    or(itemsPerSession, usual.itemsPerSession()),
                    or(connections, usual.connections()),
                    or(connectionsPerAddress, usual.connectionsPerAddress()),
                    or(connectionsPerSecond, usual.connectionsPerSecond()));
        }

        private static int or(@Nullable Integer chosen, int usual) {
            return chosen == null ? usual : chosen;
        }
    }

    /** The section where a file has none. */
    static OpcUaSection none() {
        return new OpcUaSection(null, null, null, null, null, null, null);
    }

    /**
     * The configuration.
     *
     * @param folder the file's
     * @param data the data folder
     * @throws IllegalArgumentException when a value can't be
     */
    OpcUaConfiguration configuration(Path folder, Path data) {
        String address = bind == null ? ServerSettings.LOOPBACK : bind;
        return new OpcUaConfiguration(
                pki == null ? data.resolve("pki") : folder.resolve(pki),
                new ServerSettings(
                        address,
                        port == null ? PORT : port,
                        hostnames == null ? usualNames(address) : hostnames,
                        chosenPolicies(),
                        Boolean.TRUE.equals(commissioning),
                        limits == null ? ServerCapacity.USUAL : limits.capacity()));
    }

    private static List<String> usualNames(String address) {
        if (!EVERYWHERE.contains(address)) {
            return List.of(address);
        }
        try {
            InetAddress own = InetAddress.getLocalHost();
            return List.of(own.getHostName(), own.getHostAddress());
        } catch (UnknownHostException nameless) {
            return List.of(ServerSettings.LOOPBACK);
        }
    }

    private Set<ServerPolicy> chosenPolicies() {
        if (policies == null) {
            return EnumSet.allOf(ServerPolicy.class);
        }
        Set<ServerPolicy> chosen = EnumSet.noneOf(ServerPolicy.class);
        for (String policy : policies) {
            chosen.add(ServerPolicy.of(policy)
                    .orElseThrow(() -> new IllegalArgumentException("policies: " + policy + " is not one of "
                            + String.join(
                                    ", ",
                                    EnumSet.allOf(ServerPolicy.class).stream()
                                            .map(ServerPolicy::word)
                                            .toList()))));
        }
        return chosen;
    }
}
