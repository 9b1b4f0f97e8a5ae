package org.keyway.job.order;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.keyway.job.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The orders of all machines. Every change is on record before it is told to anyone. Storing what is stored is done already;
 * every other command is refused where the order's state doesn't allow it, so that repeating one never does it twice.
 */
@Singleton
public final class OrderBook {
    private static final Logger LOG = LoggerFactory.getLogger(OrderBook.class);
    private static final List<OrderState> UNDER_WAY =
            List.of(OrderState.RUNNING, OrderState.HELD, OrderState.SUSPENDED);
    private static final List<OrderState> ENDED = List.of(OrderState.COMPLETED, OrderState.CLOSED, OrderState.ABORTED);

    private final JobOrders orders;
    private final OrderJudge judge;
    private final OrderSettings settings;
    private final Clock clock;
    /** Asked for at the first change, because listeners may themselves ask for the book. */
    private final Provider<Set<OrderListener>> listeners;

    @Inject
    OrderBook(
            JobOrders orders,
            OrderJudge judge,
            OrderSettings settings,
            Clock clock,
            Provider<Set<OrderListener>> listeners) {
        this.orders = orders;
        this.judge = judge;
        this.settings = settings;
        this.clock = clock;
        this.listeners = listeners;
    }

    /** Takes an order on; it is not started. */
    public ReturnStatus store(String machine, JobOrder order) {
        return take(machine, order, OrderState.WAITING);
    }

    /** Takes an order on and starts it; one that was stored before with the same content is started. */
    public ReturnStatus storeAndStart(String machine, JobOrder order) {
        return take(machine, order, OrderState.ALLOWED);
    }

    private synchronized ReturnStatus take(String machine, JobOrder order, OrderState state) {
        if (!order.isSound()) {
            return ReturnStatus.notAccepted(Set.of(OrderFault.INVALID_REQUEST));
        }
        Optional<BookedOrder> there = orders.find(machine, order.id());
        if (there.isPresent()) {
            return again(there.get(), order, state);
        }
        Set<OrderFault> faults = judge.faults(machine, order);
        if (!faults.isEmpty() || orders.unended(machine) >= settings.most()) {
            return ReturnStatus.notAccepted(faults);
        }
        BookedOrder booked = BookedOrder.stored(machine, order, state, now());
        if (!orders.insert(booked)) {
            return orders.find(machine, order.id())
                    .map(other -> again(other, order, state))
                    .orElse(ReturnStatus.notAccepted(Set.of()));
        }
        tell(listener -> listener.orderChanged(booked));
        return ReturnStatus.DONE;
    }

    private ReturnStatus again(BookedOrder there, JobOrder order, OrderState state) {
        if (!there.order().equals(order)) {
            return ReturnStatus.notAccepted(Set.of(OrderFault.OTHER_CONTENT));
        }
        boolean starts = state == OrderState.ALLOWED && there.state() == OrderState.WAITING;
        return starts ? command(there.machine(), order.id(), OrderCommand.START) : ReturnStatus.DONE;
    }

    /** Replaces what was stored under the order's id, all of it. */
    public synchronized ReturnStatus update(String machine, JobOrder order) {
        if (!order.isSound()) {
            return ReturnStatus.notAccepted(Set.of(OrderFault.INVALID_REQUEST));
        }
        Optional<BookedOrder> there = orders.find(machine, order.id());
        ReturnStatus legal = legal(there, OrderCommand.UPDATE);
        if (!legal.isDone()) {
            return legal;
        }
        Set<OrderFault> faults = judge.faults(machine, order);
        return faults.isEmpty()
                ? change(machine, order.id(), OrderCommand.UPDATE, booked -> booked.replacedBy(order))
                : ReturnStatus.notAccepted(faults);
    }

    /** Carries out a command on the order of this id. */
    public synchronized ReturnStatus command(String machine, String id, OrderCommand command) {
        if (command == OrderCommand.CANCEL || command == OrderCommand.CLEAR) {
            return remove(machine, id, command);
        }
        return change(machine, id, command, booked -> booked.in(command.to().orElse(booked.state()), now()));
    }

    private ReturnStatus change(
            String machine, String id, OrderCommand command, UnaryOperator<BookedOrder> transition) {
        while (true) {
            Optional<BookedOrder> there = orders.find(machine, id);
            ReturnStatus legal = legal(there, command);
            if (!legal.isDone()) {
                return legal;
            }
            BookedOrder before = there.orElseThrow();
            BookedOrder after = transition.apply(before);
            if (orders.update(before, after)) {
                ended(after);
                return legal;
            }
        }
    }

    private ReturnStatus remove(String machine, String id, OrderCommand command) {
        while (true) {
            Optional<BookedOrder> there = orders.find(machine, id);
            ReturnStatus legal = legal(there, command);
            if (!legal.isDone()) {
                return legal;
            }
            BookedOrder last = there.orElseThrow();
            if (orders.delete(last)) {
                tell(listener -> listener.orderGone(last));
                return legal;
            }
        }
    }

    private static ReturnStatus legal(Optional<BookedOrder> there, OrderCommand command) {
        return there.map(order ->
                        command.isLegal(order.state()) ? ReturnStatus.DONE : ReturnStatus.of(OrderFault.INVALID_STATE))
                .orElse(ReturnStatus.of(OrderFault.UNKNOWN_ORDER));
    }

    /**
     * A job of the order went on; an order that is gone doesn't mind.
     *
     * @param interruption in what state the machine leaves what it has; empty where it goes on with it
     */
    void follow(String machine, String id, OrderRun run, Optional<Problem> problem, Optional<OrderState> interruption) {
        carry(machine, id, before -> before.after(run, problem, interruption));
    }

    /** A machine stopped, or went on, with what it has. */
    void interrupted(String machine, Optional<OrderState> interruption) {
        for (BookedOrder order : orders.in(machine, UNDER_WAY)) {
            carry(machine, order.order().id(), before -> before.interrupted(interruption, now()));
        }
    }

    private synchronized void carry(String machine, String id, UnaryOperator<BookedOrder> step) {
        while (true) {
            Optional<BookedOrder> there = orders.find(machine, id);
            if (there.isEmpty()) {
                return;
            }
            BookedOrder after = step.apply(there.get());
            if (after.equals(there.get())) {
                return;
            }
            if (orders.update(there.get(), after)) {
                ended(after);
                return;
            }
        }
    }

    /**
     * Takes on what a scan wants that took no order, when its job sets out; later the order goes along with it. One that was
     * cleared meanwhile does not come back.
     */
    synchronized void scanned(
            String machine,
            JobOrder order,
            OrderRun run,
            Optional<Problem> problem,
            Optional<OrderState> interruption) {
        if (run.isNew()) {
            BookedOrder booked = BookedOrder.stored(machine, order, OrderState.ALLOWED, run.at())
                    .after(run, problem, interruption);
            if (orders.find(machine, order.id()).isEmpty() && orders.insert(booked)) {
                tell(listener -> listener.orderChanged(booked));
                return;
            }
        }
        follow(machine, order.id(), run, problem, interruption);
    }

    /** The system has fetched the response of an order: one that is completed is closed by that. */
    public synchronized void fetched(String machine, String id) {
        orders.find(machine, id)
                .filter(order -> order.state() == OrderState.COMPLETED)
                .ifPresent(before -> {
                    BookedOrder after = before.in(OrderState.CLOSED, now());
                    if (orders.update(before, after)) {
                        tell(listener -> listener.orderChanged(after));
                    }
                });
    }

    private void ended(BookedOrder order) {
        tell(listener -> listener.orderChanged(order));
        if (order.state().isEnded()) {
            boolean scanned = order.order().isScanned();
            List<BookedOrder> kept = orders.in(order.machine(), ENDED).stream()
                    .filter(other -> other.order().isScanned() == scanned)
                    .toList();
            int most = scanned ? settings.scans() : settings.most();
            kept.stream().limit(Math.max(0, kept.size() - most)).forEach(oldest -> {
                if (orders.delete(oldest)) {
                    tell(listener -> listener.orderGone(oldest));
                }
            });
        }
    }

    /** The orders of a machine, oldest first. */
    public List<BookedOrder> orders(String machine) {
        return orders.of(machine);
    }

    public Optional<BookedOrder> find(String machine, String id) {
        return orders.find(machine, id);
    }

    /** Other nodes have changed orders of these machines; of any where none is named. */
    void changedElsewhere(Set<String> machines) {
        tell(listener -> listener.ordersChangedElsewhere(machines));
    }

    /** How many orders that have not ended a machine may have. */
    public int most() {
        return settings.most();
    }

    private void tell(Consumer<OrderListener> news) {
        for (OrderListener listener : listeners.get()) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("listener {} failed", listener.getClass().getSimpleName(), e);
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
