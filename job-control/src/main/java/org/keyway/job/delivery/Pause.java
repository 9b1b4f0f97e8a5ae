package org.keyway.job.delivery;

import java.time.Duration;

/** Waits for a while; comes in from outside so that tests need not wait. */
@FunctionalInterface
public interface Pause {
    /**
     * Waits.
     *
     * @throws InterruptedException when the process is being stopped
     */
    void sleep(Duration duration) throws InterruptedException;
}
