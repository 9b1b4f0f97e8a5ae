package org.keyway.job.order;

import java.util.Set;

/** Told of every change of an order, after it is on record; must not block. */
public interface OrderListener {
    /** An order is new, or stands elsewhere, or says something else. */
    void orderChanged(BookedOrder order);

    /** An order is gone; this is what it was. */
    void orderGone(BookedOrder last);

    /**
     * Orders came, changed or went on other nodes: the book has them.
     *
     * @param machines whose orders; empty where it may be anyone's
     */
    default void ordersChangedElsewhere(Set<String> machines) {}
}
