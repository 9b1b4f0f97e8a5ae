package org.keyway.app;

/** What to tell the person at the command line of an exception. */
public final class Causes {
    private Causes() {}

    /** The innermost message; the class's name where there is none. */
    public static String sentence(Throwable problem) {
        Throwable innermost = problem;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null || message.isBlank() ? innermost.getClass().getSimpleName() : message;
    }
}
