package org.keyway.app.cli;

import java.util.concurrent.CountDownLatch;

/** Closes what runs, once, when the process is told to end. */
final class Termination {
    private final CountDownLatch told = new CountDownLatch(1);

    private Termination() {}

    /** Begins to listen for Ctrl-C and SIGTERM. */
    static Termination of(AutoCloseable running) {
        Termination termination = new Termination();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            termination.told.countDown();
                            closeQuietly(running);
                        },
                        "stop"));
        return termination;
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private static void closeQuietly(AutoCloseable running) {
        try {
            running.close();
        } catch (Exception e) {
            System.err.println("keyway: did not stop in good order: " + e.getMessage());
        }
    }

    /** Returns when the process is told to end. */
    void await() throws InterruptedException {
        told.await();
    }
}
