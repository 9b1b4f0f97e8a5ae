package org.keyway.job.order;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.keyway.job.Job;
import org.keyway.job.JobQuery;
import org.keyway.job.Jobs;
import org.keyway.job.Service;
import org.keyway.job.ShopFloorListener;
import org.keyway.job.link.MachineStatus;
import org.keyway.profile.Machine;
import org.keyway.profile.WorkshopSource;

/** Carries what becomes of jobs over to the orders that they were made of; also what became of them while nobody looked. */
@Singleton
public final class OrderWatch implements ShopFloorListener, Service {
    /** Of a machine's jobs, how many newest are looked at after a start: more than it can have had under way. */
    private static final int LOOK_BACK = 20;

    private final OrderBook book;
    private final Jobs jobs;
    private final WorkshopSource workshop;

    @Inject
    OrderWatch(OrderBook book, Jobs jobs, WorkshopSource workshop) {
        this.book = book;
        this.jobs = jobs;
        this.workshop = workshop;
    }

    /** Between a job's journal and its order a crash may have come. */
    @Override
    public void start() {
        for (Machine machine : workshop.current().machines()) {
            List<BookedOrder> orders = book.orders(machine.id());
            if (!orders.isEmpty()) {
                orders.stream()
                        .flatMap(order -> order.runs().stream())
                        .filter(run -> run.phase() != OrderRun.Phase.DONE)
                        .flatMap(run -> jobs.find(run.job()).stream())
                        .forEach(this::jobChanged);
                jobs.search(JobQuery.ofMachine(machine.id(), LOOK_BACK)).forEach(this::jobChanged);
            }
        }
    }

    @Override
    public void jobChanged(Job job) {
        if (job.order().isPresent() && job.machine().isPresent()) {
            OrderRun run = OrderRun.of(job);
            boolean settled = run.phase() == OrderRun.Phase.IN_DOUBT && !isUnsettled(job);
            book.follow(job.machine().get(), job.order().get(), settled ? run.failed() : run, job.problem());
        }
    }

    private boolean isUnsettled(Job job) {
        return Optional.of(job.machine().orElseThrow()).stream()
                .flatMap(machine -> jobs.unsettled(machine).stream())
                .anyMatch(other -> other.id().equals(job.id()));
    }

    @Override
    public void machineChanged(String machine, MachineStatus status) {
        // An order goes by its jobs.
    }

    @Override
    public void stop() {
        // Nothing runs.
    }
}
