package org.keyway.job.order;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.ProductIdentity;
import org.keyway.job.JobCode;
import org.keyway.job.ProblemCatalogue;
import org.keyway.profile.MatchResult;
import org.keyway.profile.Station;

/** Which order the scan of a part takes. */
public final class ScanOrders {
    private static final List<OrderState> OPEN = List.of(OrderState.ALLOWED, OrderState.RUNNING);

    /** The highest priority first, then the earliest planned start, then the one that was stored first. */
    private static final Comparator<BookedOrder> IN_TURN = Comparator.<BookedOrder>comparingInt(
                    booked -> -booked.order().priority())
            .thenComparing(booked -> booked.order().start().orElse(Instant.MAX))
            .thenComparing(BookedOrder::storedAt)
            .thenComparing(booked -> booked.order().id());

    private final JobOrders orders;
    private final OrderJudge judge;
    private final ProblemCatalogue problems;

    @Inject
    ScanOrders(JobOrders orders, OrderJudge judge, ProblemCatalogue problems) {
        this.orders = orders;
        this.judge = judge;
        this.problems = problems;
    }

    /** Whether a started order waits for this part on the machine. */
    public boolean isAwaited(ProductIdentity part, String machine) {
        return next(part, machine).isPresent();
    }

    private Optional<BookedOrder> next(ProductIdentity part, String machine) {
        return orders.in(machine, OPEN).stream()
                .filter(BookedOrder::isOpen)
                .filter(booked -> judge.makes(booked.order(), part))
                .min(IN_TURN);
    }

    /** What the orders of the machine say to a part that would get these values. */
    public OrderVerdict judge(ProductIdentity part, MatchResult.Matched match, Station station) {
        String machine = match.machine().id();
        Optional<BookedOrder> next = next(part, machine);
        if (next.isEmpty()) {
            return station.orders() == Station.Orders.REQUIRED
                    ? new OrderVerdict.Refused(
                            problems.problem(JobCode.NO_ORDER, Map.of("product", part.product(), "machine", machine)))
                    : new OrderVerdict.WithoutOrder();
        }
        JobOrder order = next.get().order();
        return judge.contradicted(order, match)
                .<OrderVerdict>map(parameter -> new OrderVerdict.Refused(problems.problem(
                        JobCode.ORDER_CONTRADICTS, Map.of("order", order.id(), "parameter", parameter.id()))))
                .orElseGet(() -> new OrderVerdict.Takes(order.id()));
    }

    /** Whether the order can still be taken; another scan may have been quicker. */
    public boolean isOpen(String machine, String order) {
        return orders.find(machine, order).filter(BookedOrder::isOpen).isPresent();
    }
}
