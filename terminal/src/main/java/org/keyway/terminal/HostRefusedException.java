package org.keyway.terminal;

/** Thrown at start when the terminal is to listen where others could reach it, although nobody signs in yet. */
public final class HostRefusedException extends RuntimeException {
    /** The stable code of this refusal. */
    public static final String CODE = "KW-CFG-020";

    private static final long serialVersionUID = 1L;

    HostRefusedException(String host) {
        super(CODE
                + ": the terminal listens on loopback only (127.0.0.1, ::1, localhost) until there is sign-in; refused: "
                + host);
    }
}
