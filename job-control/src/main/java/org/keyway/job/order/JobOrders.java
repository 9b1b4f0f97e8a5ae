package org.keyway.job.order;

import java.util.List;
import java.util.Optional;

/** The orders on record; what they say here is true after a restart. */
public interface JobOrders {
    /** The orders of a machine, oldest first. */
    List<BookedOrder> of(String machine);

    /** The orders of a machine that are in one of these states, oldest first. */
    List<BookedOrder> in(String machine, List<OrderState> states);

    Optional<BookedOrder> find(String machine, String id);

    /** How many orders of systems on a machine have not ended. */
    int unended(String machine);

    /** Records a new order; false when there is one of this id. */
    boolean insert(BookedOrder order);

    /** Records a change; false when another change came first. */
    boolean update(BookedOrder before, BookedOrder after);

    /** Forgets an order; false when a change came first. */
    boolean delete(BookedOrder order);
}
