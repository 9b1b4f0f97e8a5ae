package org.keyway.terminal;

/**
 * Where the terminal listens.
 *
 * @param host a loopback name or address; anything else is refused at start until there is sign-in
 * @param port 0 for any free port
 */
public record TerminalConfiguration(String host, int port) {
    /** This computer only, port 8080. */
    public static final TerminalConfiguration DEFAULT = new TerminalConfiguration("127.0.0.1", 8080);

    public TerminalConfiguration {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be from 0 to 65535, not " + port);
        }
    }
}
