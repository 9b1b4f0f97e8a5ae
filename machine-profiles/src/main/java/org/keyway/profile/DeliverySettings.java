package org.keyway.profile;

import java.time.Duration;

/**
 * How patiently and in what portions a machine is written to.
 *
 * @param callTimeout our own deadline for each call to the machine
 * @param readBackDelay between writing and reading back (D6)
 * @param secondReadDelay between the first read-back and the second; zero: no second read (D7)
 * @param acceptTimeout how long a released job waits for the machine (D8)
 * @param batchSize the most nodes in one Write
 * @param attempts how often a delivery is tried after a lost connection or an unanswered call, the first included
 */
public record DeliverySettings(
        Duration callTimeout,
        Duration readBackDelay,
        Duration secondReadDelay,
        Duration acceptTimeout,
        int batchSize,
        int attempts) {
    /** What holds where a profile says nothing. */
    public static final DeliverySettings DEFAULT = new DeliverySettings(
            Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(10), 100, 3);
}
