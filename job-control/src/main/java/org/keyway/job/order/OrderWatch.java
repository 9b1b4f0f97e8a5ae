package org.keyway.job.order;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.keyway.job.Job;
import org.keyway.job.JobQuery;
import org.keyway.job.Jobs;
import org.keyway.job.Service;
import org.keyway.job.ShopFloorListener;
import org.keyway.job.link.MachineStatus;
import org.keyway.profile.Machine;
import org.keyway.profile.StateNode;
import org.keyway.profile.WorkshopSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what becomes of jobs and machines over to the orders; also what became of them while nobody looked. A job whose scan
 * took no order is an order by itself, and nobody waits for that to be on record.
 */
@Singleton
public final class OrderWatch implements ShopFloorListener, Service {
    private static final Logger LOG = LoggerFactory.getLogger(OrderWatch.class);

    /** Of a machine's jobs, how many newest are looked at after a start: more than it can have had under way. */
    private static final int LOOK_BACK = 20;

    private static final int LAST_PATIENCE_SECONDS = 5;

    private final OrderBook book;
    private final Jobs jobs;
    private final WorkshopSource workshop;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(OrderWatch::daemon);
    /** In what state a machine leaves what it has; machines that go on with it are not there. */
    private final Map<String, OrderState> interruptions = new ConcurrentHashMap<>();

    @Inject
    OrderWatch(OrderBook book, Jobs jobs, WorkshopSource workshop) {
        this.book = book;
        this.jobs = jobs;
        this.workshop = workshop;
    }

    private static Thread daemon(Runnable work) {
        Thread made = new Thread(work, "order-watch");
        made.setDaemon(true);
        return made;
    }

    /** Between a job's journal and its order a crash may have come; and no machine was seen yet. */
    @Override
    public void start() {
        for (Machine machine : workshop.current().machines()) {
            List<BookedOrder> orders = book.orders(machine.id());
            orders.stream()
                    .flatMap(order -> order.runs().stream())
                    .filter(run -> run.phase() != OrderRun.Phase.DONE)
                    .flatMap(run -> jobs.find(run.job()).stream())
                    .forEach(this::follow);
            jobs.unsettled(machine.id()).forEach(this::follow);
            if (orders.stream().anyMatch(order -> !order.order().isScanned())) {
                jobs.search(JobQuery.ofMachine(machine.id(), LOOK_BACK)).forEach(this::follow);
            }
            if (orders.stream().anyMatch(order -> !order.state().isEnded())) {
                interruptions.put(machine.id(), OrderState.SUSPENDED);
                book.interrupted(machine.id(), Optional.of(OrderState.SUSPENDED));
            }
        }
    }

    @Override
    public void jobChanged(Job job) {
        if (job.order().isPresent()) {
            follow(job);
        } else if (job.machine().isPresent()) {
            later(() -> follow(job));
        }
    }

    private void follow(Job job) {
        job.machine().ifPresent(machine -> {
            OrderRun seen = OrderRun.of(job);
            boolean settled = seen.phase() == OrderRun.Phase.IN_DOUBT && !isUnsettled(job, machine);
            OrderRun run = settled ? seen.failed() : seen;
            Optional<OrderState> interruption = interruption(machine);
            job.order()
                    .ifPresentOrElse(
                            order -> book.follow(machine, order, run, job.problem(), interruption),
                            () -> book.scanned(machine, JobOrder.ofScan(job), run, job.problem(), interruption));
        });
    }

    private boolean isUnsettled(Job job, String machine) {
        return jobs.unsettled(machine).stream().anyMatch(other -> other.id().equals(job.id()));
    }

    /** A machine in alarm holds what it has; of one that isn't heard nobody knows what it does. */
    @Override
    public void machineChanged(String machine, MachineStatus status) {
        Optional<OrderState> before = interruption(machine);
        Optional<OrderState> now = interruption(status);
        if (!before.equals(now)) {
            now.ifPresentOrElse(state -> interruptions.put(machine, state), () -> interruptions.remove(machine));
            later(() -> book.interrupted(machine, interruption(machine)));
        }
    }

    private Optional<OrderState> interruption(String machine) {
        return Optional.ofNullable(interruptions.get(machine));
    }

    private static Optional<OrderState> interruption(MachineStatus status) {
        if (!status.online()) {
            return Optional.of(OrderState.SUSPENDED);
        }
        return status.state() == StateNode.State.ALARM ? Optional.of(OrderState.HELD) : Optional.empty();
    }

    /** What listeners are told must not keep them; what fails here, because the database is gone, comes again at the next start. */
    private void later(Runnable work) {
        try {
            thread.execute(() -> attempt(work));
        } catch (RejectedExecutionException stopped) {
            LOG.debug("orders are looked at again at the next start");
        }
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("an order could not be carried on", e);
        }
    }

    @Override
    public void stop() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("orders are still being written; they are looked at again at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
