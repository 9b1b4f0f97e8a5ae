package org.keyway.terminal;

/** Another program listens where we are to. */
public final class PortTakenException extends RuntimeException {
    /** The stable code of this failure. */
    public static final String CODE = "KW-CFG-021";

    private static final long serialVersionUID = 1L;

    PortTakenException(String host, int port) {
        super(CODE + ": port " + port + " of " + host
                + " is taken by another program; stop it, or choose another port");
    }
}
