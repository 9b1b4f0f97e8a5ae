package org.keyway.identifier.resolution.source;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The hosts that may be asked, each with its port. Nothing else is ever connected to, whatever a label or answer says. */
public final class AllowedHosts {
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1]");

    private final Set<String> hosts;

    private AllowedHosts(Set<String> hosts) {
        this.hosts = hosts;
    }

    /**
     * The hosts of a list of {@code host} (port 443) and {@code host:port}.
     *
     * @throws IllegalArgumentException when an entry is neither
     */
    public static AllowedHosts of(Collection<String> entries) {
        return new AllowedHosts(entries.stream().map(AllowedHosts::entry).collect(Collectors.toUnmodifiableSet()));
    }

    private static String entry(String entry) {
        if (!HOST.matcher(entry).matches()) {
            throw new IllegalArgumentException("hosts: " + entry + " is not host or host:port");
        }
        String lower = entry.toLowerCase(Locale.ROOT);
        boolean port = lower.lastIndexOf(':') > lower.lastIndexOf(']');
        return port ? lower : lower + ":" + HTTPS_PORT;
    }

    /**
     * Whether the address may be asked: its host and port are on the list, and it is https, unless the host is this computer
     * or unprotected connections are permitted.
     */
    public boolean allow(URI address, boolean insecure) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (address.getHost() == null || address.getRawUserInfo() != null || !hosts.contains(origin(address))) {
            return false;
        }
        return scheme.equals("https") || (scheme.equals("http") && (insecure || isLoopback(address)));
    }

    private static boolean isLoopback(URI address) {
        return LOOPBACK.matcher(address.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    /** Host and port of an address that has a host. */
    static String origin(URI address) {
        int usual = "http".equalsIgnoreCase(address.getScheme()) ? HTTP_PORT : HTTPS_PORT;
        int port = address.getPort() < 0 ? usual : address.getPort();
        return address.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
