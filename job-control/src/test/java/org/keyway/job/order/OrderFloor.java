package org.keyway.job.order;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.IdentifierModule;
import org.keyway.job.HandClock;
import org.keyway.job.JobControlModule;
import org.keyway.job.order.OrderRun.Phase;
import org.keyway.profile.ProfilesModule;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.workshopfile.WorkshopText;

/** Order books of machine {@code M1}, which takes a speed of 50 to 12,000 r/min, released as 8,000 for product {@code B-1}. */
final class OrderFloor implements AutoCloseable {
    static final String MACHINE = "M1";
    static final int MOST = 3;
    static final int SCANS = 2;
    static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private static final String WORKSHOP = """
            {kind: ProductFamily, id: BLOCK}
            ---
            {kind: Product, id: B-1, family: BLOCK, identifiers: ["gtin:06901234000016"]}
            ---
            {kind: Product, id: B-2, family: BLOCK}
            ---
            {kind: Station, id: ST-10}
            ---
            kind: MachineProfile
            id: mill
            delivery: memory
            parameters:
              - {name: speed, type: Double, unit: r/min, min: 50, max: 12000, node: "nsu=urn:cnc;s=Speed"}
              - {name: coolant, type: Boolean, required: false, node: "nsu=urn:cnc;s=Coolant"}
            handshake: {jobId: "nsu=urn:cnc;s=JobId", ready: "nsu=urn:cnc;s=Ready", accepted: "nsu=urn:cnc;s=Accepted"}
            ---
            kind: Machine
            id: M1
            class: MILL
            station: ST-10
            operation: OP10
            profile: mill
            endpoint: {url: "opc.tcp://127.0.0.1:48400", security: None}
            ---
            {kind: ParameterSet, id: SPEED, scope: {product: B-1}, values: {speed: 8000}}
            """;

    final List<String> news = new ArrayList<>();
    private final Injector injector;
    private final OrderBook book;

    OrderFloor(String database) {
        injector = Guice.createInjector(
                new JobControlModule(), new ProfilesModule(), new IdentifierModule(), new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(Clock.class).toInstance(new HandClock());
                        bind(DatabaseConfiguration.class)
                                .toInstance(new DatabaseConfiguration("jdbc:h2:mem:" + database));
                        OptionalBinder.newOptionalBinder(binder(), OrderSettings.class)
                                .setBinding()
                                .toInstance(new OrderSettings(MOST, SCANS));
                        Multibinder.newSetBinder(binder(), OrderListener.class)
                                .addBinding()
                                .toInstance(new Told());
                    }
                });
        var outcome = injector.getInstance(WorkshopImporter.class)
                .importFiles(List.of(new WorkshopText("workshop.yaml", WORKSHOP)), Map.of(), true, "test");
        if (outcome instanceof WorkshopImporter.Outcome.Refused refused) {
            throw new AssertionError(refused.problems().toString());
        }
        book = injector.getInstance(OrderBook.class);
    }

    private final class Told implements OrderListener {
        @Override
        public void orderChanged(BookedOrder order) {
            news.add(order.order().id() + " " + order.state());
        }

        @Override
        public void orderGone(BookedOrder last) {
            news.add(last.order().id() + " gone");
        }
    }

    OrderBook book() {
        return book;
    }

    /** An order without a product. */
    static JobOrder order(String id, OrderParameter... parameters) {
        return new JobOrder(
                id, 0, Optional.empty(), Optional.empty(), List.of(), List.of(parameters), List.of(), "as sent");
    }

    /** An order for a product, as its material produced. */
    static JobOrder orderOf(String product, OrderParameter... parameters) {
        return new JobOrder(
                "JO-1",
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(parameters),
                List.of(new OrderMaterial(
                        Optional.of(OrderMaterial.PRODUCED), Optional.of(product), Optional.empty(), Optional.empty())),
                "as sent");
    }

    static OrderParameter parameter(String id, Object value, String unit) {
        return new OrderParameter(id, Optional.of(value), Optional.of(unit));
    }

    static OrderParameter parameter(String id, Object value) {
        return new OrderParameter(id, Optional.of(value), Optional.empty());
    }

    static OrderParameter runs(int runs) {
        return parameter(OrderParameter.RUNS_PLANNED, BigDecimal.valueOf(runs));
    }

    /** What a job of the order reaches. */
    OrderState follow(String order, String job, Phase phase) {
        book.follow(
                MACHINE,
                order,
                new OrderRun(job, phase, NOON, "B-1", Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty());
        return state(order);
    }

    OrderState state(String order) {
        return book.find(MACHINE, order).orElseThrow().state();
    }

    /** An order that was brought to this state. */
    String orderIn(OrderState state) {
        String id = "IN-" + state;
        book.storeAndStart(MACHINE, order(id, runs(2)));
        switch (state) {
            case WAITING -> book.command(MACHINE, id, OrderCommand.REVOKE_START);
            case ALLOWED -> {}
            case READY -> follow(id, "J", Phase.READY);
            case LOADED -> follow(id, "J", Phase.LOADED);
            case RUNNING -> follow(id, "J", Phase.RUNNING);
            case HELD -> {
                follow(id, "J", Phase.RUNNING);
                book.interrupted(MACHINE, Optional.of(OrderState.HELD));
            }
            case SUSPENDED -> follow(id, "J", Phase.IN_DOUBT);
            case ABORTED -> book.command(MACHINE, id, OrderCommand.ABORT);
            case COMPLETED, CLOSED -> {
                follow(id, "J", Phase.DONE);
                follow(id, "K", Phase.DONE);
                if (state == OrderState.CLOSED) {
                    book.fetched(MACHINE, id);
                }
            }
        }
        return id;
    }

    @Override
    public void close() {
        injector.getInstance(Database.class).close();
    }
}
