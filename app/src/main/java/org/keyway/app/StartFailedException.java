package org.keyway.app;

/** Thrown when the process can't start; the message says why and what to do. */
public final class StartFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    public StartFailedException(String message) {
        super(message);
    }

    public StartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
