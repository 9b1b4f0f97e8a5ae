package org.keyway.job.desk;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.MapBinder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.keyway.identifier.IdentifierModule;
import org.keyway.identifier.Scan;
import org.keyway.job.HandClock;
import org.keyway.job.Job;
import org.keyway.job.JobControl;
import org.keyway.job.JobControlModule;
import org.keyway.job.JobState;
import org.keyway.job.Jobs;
import org.keyway.job.ScanRequest;
import org.keyway.job.link.MachineLinkFactory;
import org.keyway.job.link.MachineStatus;
import org.keyway.job.machine.MachineFleet;
import org.keyway.job.order.BookedOrder;
import org.keyway.job.order.JobOrder;
import org.keyway.job.order.OrderBook;
import org.keyway.job.order.OrderMaterial;
import org.keyway.job.order.OrderParameter;
import org.keyway.job.order.OrderRun;
import org.keyway.job.order.OrderState;
import org.keyway.job.order.OrderWatch;
import org.keyway.profile.ProfilesModule;
import org.keyway.profile.StateNode;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.workshopfile.WorkshopText;

/** A station with one machine in memory that takes orders, and works with and without them, or by order only. */
final class OrderStation implements AutoCloseable {
    static final String MACHINE = "HON-01";

    private static final String WORKSHOP = """
            {kind: ProductFamily, id: BLOCK}
            ---
            {kind: Product, id: B-1, family: BLOCK, identifiers: ["gtin:06901234000016"]}
            ---
            {kind: Product, id: B-2, family: BLOCK, identifiers: ["gtin:06901234000023"]}
            ---
            {kind: Station, id: ST-20, ordersOnly: %s}
            ---
            kind: MachineProfile
            id: honing
            delivery: memory
            settings: {readBackDelay: 0s, secondReadDelay: 0s, attempts: 1}
            parameters:
              - {name: strokes, type: Int32, node: "nsu=urn:cnc;s=Strokes"}
            handshake: {jobId: "nsu=urn:cnc;s=JobId", ready: "nsu=urn:cnc;s=Ready", accepted: "nsu=urn:cnc;s=Accepted"}
            ---
            kind: Machine
            id: HON-01
            class: HON
            station: ST-20
            operation: OP30
            profile: honing
            endpoint: {url: "opc.tcp://127.0.0.1:1", security: None}
            ---
            {kind: ParameterSet, id: ALL, scope: {family: BLOCK}, values: {strokes: 40}}
            """;

    private final String database;
    private final boolean ordersOnly;
    private final FakeMachine machine = new FakeMachine();
    private final Injector injector;
    private int serials;

    /** A station of which nothing is on record. */
    OrderStation(boolean ordersOnly) {
        this("orders-" + UUID.randomUUID(), ordersOnly);
    }

    private OrderStation(String database, boolean ordersOnly) {
        this.database = database;
        this.ordersOnly = ordersOnly;
        injector = Guice.createInjector(
                new JobControlModule(), new ProfilesModule(), new IdentifierModule(), new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(Clock.class).toInstance(new HandClock());
                        bind(DatabaseConfiguration.class)
                                .toInstance(new DatabaseConfiguration("jdbc:h2:mem:" + database));
                        MapBinder.newMapBinder(binder(), String.class, MachineLinkFactory.class)
                                .addBinding("memory")
                                .toInstance(machine);
                    }
                });
        importFile(WORKSHOP.formatted(ordersOnly));
        part(OrderWatch.class).start();
        part(MachineFleet.class).start();
    }

    void importFile(String text) {
        var outcome = part(WorkshopImporter.class)
                .importFiles(List.of(new WorkshopText("workshop.yaml", text)), Map.of(), true, "test");
        if (outcome instanceof WorkshopImporter.Outcome.Refused refused) {
            throw new AssertionError(refused.problems().toString());
        }
    }

    <T> T part(Class<T> type) {
        return injector.getInstance(type);
    }

    FakeMachine machine() {
        return machine;
    }

    /** Starts an order for product {@code B-1}. */
    void order(String id, int priority, OrderParameter... parameters) {
        order(id, priority, Optional.empty(), parameters);
    }

    void order(String id, int priority, Optional<String> serial, OrderParameter... parameters) {
        JobOrder order = new JobOrder(
                id,
                priority,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(parameters),
                List.of(new OrderMaterial(
                        Optional.of(OrderMaterial.PRODUCED),
                        Optional.of("gtin:06901234000016"),
                        Optional.empty(),
                        serial)),
                "as sent");
        if (!part(OrderBook.class).storeAndStart(MACHINE, order).isDone()) {
            throw new AssertionError("not stored: " + id);
        }
    }

    static OrderParameter parameter(String id, int value) {
        return new OrderParameter(id, Optional.of(BigDecimal.valueOf(value)), Optional.empty());
    }

    BookedOrder booked(String id) {
        return part(OrderBook.class).find(MACHINE, id).orElseThrow();
    }

    OrderState state(String id) {
        return booked(id).state();
    }

    /** Scans the next part of product {@code B-1} and answers the job at rest. */
    Job scan() {
        return scan("01069012340000162" + "1S" + ++serials);
    }

    /** Scans the part of product {@code B-2}. */
    Job scanOther() {
        return scan("010690123400002321S" + ++serials);
    }

    private Job scan(String label) {
        try {
            return part(JobControl.class)
                    .submit(new ScanRequest(
                            "ST-20", new Scan("]d2" + label, Optional.empty()), Optional.empty(), Optional.empty()))
                    .atRest()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** The machine shows what it does. */
    void tell(StateNode.State state) {
        tell(new MachineStatus(true, state, state.name(), Instant.EPOCH, Optional.empty()));
    }

    /** The machine is no longer heard. */
    void lose() {
        tell(MachineStatus.offline(Instant.EPOCH));
    }

    private void tell(MachineStatus status) {
        part(OrderWatch.class).machineChanged(MACHINE, status);
    }

    /** Waits until the order stands there. */
    void await(String id, OrderState state) {
        while (part(OrderBook.class)
                .find(MACHINE, id)
                .filter(booked -> booked.state() == state)
                .isEmpty()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** The machine reports a job done, and the order has heard of it. */
    void finish(Job job) {
        machine.done(job.id(), Optional.empty());
        while (part(Jobs.class).find(job.id()).orElseThrow().state() != JobState.COMPLETED
                || booked(job.order().orElseThrow()).runs().stream()
                        .noneMatch(run -> run.job().equals(job.id()) && run.phase() == OrderRun.Phase.DONE)) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** The order's row as it is, for a crash that takes back what followed. */
    String body(String id) {
        return part(Database.class)
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT body FROM job_order WHERE id = ?")
                        .bind(0, id)
                        .mapTo(String.class)
                        .one());
    }

    void setBody(String id, String body) {
        part(Database.class)
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE job_order SET body = ?, state = 'ALLOWED', revision = 0 WHERE id = ?", body, id));
    }

    /** The same station after its server died. */
    OrderStation afterACrash() {
        part(MachineFleet.class).stop();
        part(OrderWatch.class).stop();
        OrderStation next = new OrderStation(database, ordersOnly);
        // A database in memory is there as long as somebody has it open.
        part(Database.class).close();
        return next;
    }

    @Override
    public void close() {
        part(MachineFleet.class).stop();
        part(OrderWatch.class).stop();
        part(Database.class).close();
    }
}
