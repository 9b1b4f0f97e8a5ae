package org.keyway.job.order;

/**
 * Bounds of the order books.
 *
 * @param most how many orders that have not ended a machine may have, and how many that have ended are kept until they are
 *     cleared
 * @param scans how many jobs that took no order and have ended are kept beside them
 */
public record OrderSettings(int most, int scans) {
    /** Where nothing is configured. */
    public static final OrderSettings DEFAULT = new OrderSettings(100, 20);
}
