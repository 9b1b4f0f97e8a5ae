package org.keyway.opcua.joborder;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keyway.job.Jobs;
import org.keyway.job.order.BookedOrder;
import org.keyway.job.order.OrderBook;
import org.keyway.job.order.OrderListener;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.opcua.space.MachineNode;
import org.keyway.profile.WorkshopSource;

/** Gives each machine its JobManagement, and shows there what becomes of its orders. */
@Singleton
public final class JobManagementFeature implements MachineFeature, OrderListener {
    private final OrderBook book;
    private final Jobs jobs;
    private final WorkshopSource workshop;
    private final Map<String, JobManagement> machines = new ConcurrentHashMap<>();

    @Inject
    JobManagementFeature(OrderBook book, Jobs jobs, WorkshopSource workshop) {
        this.book = book;
        this.jobs = jobs;
        this.workshop = workshop;
        workshop.onChange(() -> machines.values().forEach(shown -> shown.workshopChanged(workshop.current())));
    }

    @Override
    public Attachment attach(MachineNode machine) {
        JobManagement shown = new JobManagement(machine, book, jobs, workshop.current());
        machines.put(machine.machine().id(), shown);
        shown.load(book);
        return shown;
    }

    @Override
    public void orderChanged(BookedOrder order) {
        Optional.ofNullable(machines.get(order.machine())).ifPresent(shown -> shown.changed(order));
    }

    @Override
    public void ordersChangedElsewhere(Set<String> named) {
        machines.forEach((machine, shown) -> {
            if (named.isEmpty() || named.contains(machine)) {
                shown.changedElsewhere(book);
            }
        });
    }

    @Override
    public void orderGone(BookedOrder last) {
        Optional.ofNullable(machines.get(last.machine())).ifPresent(shown -> shown.gone(last));
    }
}
