package org.keyway.job.order;

import jakarta.inject.Inject;
import java.util.Set;
import org.keyway.profile.NodeListener;
import org.keyway.profile.store.ChangeNotices.Kind;

/** Tells that other nodes on the same database have changed orders. */
public final class OrdersOfOthers implements NodeListener {
    private final OrderBook book;

    @Inject
    OrdersOfOthers(OrderBook book) {
        this.book = book;
    }

    @Override
    public Kind kind() {
        return Kind.ORDERS;
    }

    @Override
    public void changedElsewhere(Set<String> ids) {
        book.changedElsewhere(ids);
    }
}
