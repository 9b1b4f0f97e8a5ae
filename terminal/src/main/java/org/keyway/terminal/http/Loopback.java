package org.keyway.terminal.http;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names and addresses of this computer itself, judged by their text alone: a name server has no say in it. */
public final class Loopback {
    private static final Pattern IPV4 = Pattern.compile("127\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    private Loopback() {}

    /** Whether the host, without port, names this computer. */
    public static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals("::1")
                || name.equals("[::1]")
                || IPV4.matcher(name).matches();
    }

    /** The host of a {@code Host} header or an authority, without its port. */
    static String withoutPort(String authority) {
        int end = authority.startsWith("[") ? authority.indexOf(']') + 1 : authority.indexOf(':');
        return end <= 0 ? authority : authority.substring(0, end);
    }
}
