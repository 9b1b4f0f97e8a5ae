package org.keyway.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.job.order.BookedOrder;
import org.keyway.job.order.JobOrder;
import org.keyway.job.order.JobOrders;
import org.keyway.job.order.OrderBook;
import org.keyway.job.order.OrderCommand;
import org.keyway.job.order.OrderMaterial;
import org.keyway.job.order.OrderParameter;
import org.keyway.job.order.OrderState;
import org.keyway.profile.store.DatabaseConfiguration;

/** Orders are on record as they came, on each database. */
@EachDatabase
final class JobOrdersTest {
    private static final String MACHINE = "M1";

    private final DatabaseConfiguration configuration;
    private House house;

    JobOrdersTest(DatabaseKind kind) {
        configuration = kind.fresh();
        house = new House(configuration);
        house.loaded().release(Floor.with(Floor.set(8000)));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static JobOrder order(String id, Object value) {
        return new JobOrder(
                id,
                -3,
                Optional.of(Instant.parse("2026-11-25T08:00:00.123Z")),
                Optional.empty(),
                List.of("R-1@2"),
                List.of(new OrderParameter("mes:x", Optional.of(value), Optional.of("MMT"))),
                List.of(new OrderMaterial(Optional.empty(), Optional.of("B-1"), Optional.of("批次"), Optional.empty())),
                "AAECAw==");
    }

    private OrderBook book() {
        return house.part(OrderBook.class);
    }

    @Test
    void anOrderIsThereAgainAfterARestartAsItCame() {
        List<JobOrder> sent = List.of(
                order("JO-1", new BigDecimal("18446744073709551615.125")),
                order("JO-2", "control \u0001\u0000 and 中文 \uD83D\uDE00"),
                order("JO-3", true));
        sent.forEach(order -> assertThat(book().store(MACHINE, order).isDone()).isTrue());
        book().command(MACHINE, "JO-2", OrderCommand.START);
        house.close();

        house = new House(configuration).loaded();

        assertThat(book().orders(MACHINE)).extracting(BookedOrder::order).containsExactlyElementsOf(sent);
        assertThat(book().orders(MACHINE))
                .extracting(BookedOrder::state)
                .containsExactly(OrderState.WAITING, OrderState.ALLOWED, OrderState.WAITING);
        assertThat(book().store(MACHINE, sent.get(0)).isDone()).isTrue();
    }

    @Test
    void anOrderIsStoredOnceAndOfTwoChangesTheSecondIsTold() {
        JobOrders orders = house.part(JobOrders.class);
        book().store(MACHINE, order("JO-1", true));
        BookedOrder first = orders.find(MACHINE, "JO-1").orElseThrow();

        assertThat(orders.insert(first)).isFalse();
        book().command(MACHINE, "JO-1", OrderCommand.START);
        assertThat(orders.update(first, first)).isFalse();
        assertThat(orders.delete(first)).isFalse();
        assertThat(orders.find(MACHINE, "JO-1").map(BookedOrder::state)).contains(OrderState.ALLOWED);
        assertThat(orders.unended(MACHINE)).isEqualTo(1);
        assertThat(orders.in(MACHINE, List.of(OrderState.WAITING))).isEmpty();
    }

    @Test
    void whatAScanMadeCountsAmongNoOrdersOfSystems() {
        JobOrders orders = house.part(JobOrders.class);
        JobOrder scanned =
                new JobOrder("01J", 0, Optional.empty(), Optional.empty(), List.of("R-1@2"), List.of(), List.of(), "");
        BookedOrder booked = new BookedOrder(
                MACHINE,
                scanned,
                OrderState.READY,
                Instant.parse("2026-11-25T08:00:00.123Z"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                0);

        assertThat(orders.insert(booked)).isTrue();
        assertThat(orders.insert(booked)).isFalse();
        assertThat(orders.of(MACHINE)).containsExactly(booked);
        assertThat(orders.unended(MACHINE)).isZero();
    }
}
