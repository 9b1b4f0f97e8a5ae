package org.keyway.job.order;

/**
 * Bounds of the order books.
 *
 * @param most how many orders that have not ended a machine may have, and how many that have ended are kept until they are
 *     cleared
 */
public record OrderSettings(int most) {
    /** Where nothing is configured. */
    public static final OrderSettings DEFAULT = new OrderSettings(100);
}
