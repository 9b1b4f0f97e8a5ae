package org.keyway.job.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyway.job.order.OrderFloor.MACHINE;
import static org.keyway.job.order.OrderFloor.order;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.job.order.OrderRun.Phase;

/** A job whose scan took no order is an order by itself. */
final class ScannedOrderTest {
    private final OrderFloor floor = new OrderFloor("scanned-orders");
    private final OrderBook book = floor.book();

    @AfterEach
    void close() {
        floor.close();
    }

    private void reach(String job, Phase... phases) {
        JobOrder order =
                new JobOrder(job, 0, Optional.empty(), Optional.empty(), List.of("SPEED@1"), List.of(), List.of(), "");
        for (Phase phase : phases) {
            OrderRun run = new OrderRun(job, phase, OrderFloor.NOON, "B-1", Optional.empty(), Optional.empty());
            book.scanned(MACHINE, order, run, Optional.empty(), Optional.empty());
        }
    }

    @Test
    void itGoesFromReadyToCompletedAndIsClosedAndClearedAsAnyOther() {
        reach("J-1", Phase.READY, Phase.LOADED, Phase.RUNNING, Phase.DONE);
        book.fetched(MACHINE, "J-1");

        assertThat(book.command(MACHINE, "J-1", OrderCommand.CLEAR).isDone()).isTrue();
        assertThat(floor.news)
                .containsExactly("J-1 READY", "J-1 LOADED", "J-1 RUNNING", "J-1 COMPLETED", "J-1 CLOSED", "J-1 gone");
    }

    @Test
    void oneThatCameToNothingIsAbortedAndTakenByNoOtherScan() {
        reach("J-1", Phase.READY, Phase.FAILED);

        assertThat(floor.state("J-1")).isEqualTo(OrderState.ABORTED);
        assertThat(book.find(MACHINE, "J-1").map(BookedOrder::isOpen)).contains(false);
    }

    @Test
    void whatNobodyKnowsIsSuspendedUntilItIsSettled() {
        reach("J-1", Phase.READY, Phase.LOADED, Phase.IN_DOUBT);
        assertThat(floor.state("J-1")).isEqualTo(OrderState.SUSPENDED);
        reach("J-1", Phase.FAILED);
        assertThat(floor.state("J-1")).isEqualTo(OrderState.ABORTED);
    }

    @Test
    void whatNeverWasOnItsWayIsNoOrderAndWhatWasClearedDoesNotComeBack() {
        reach("J-1", Phase.FAILED);
        reach("J-2", Phase.READY);
        book.command(MACHINE, "J-2", OrderCommand.ABORT);
        book.command(MACHINE, "J-2", OrderCommand.CLEAR);
        reach("J-2", Phase.LOADED, Phase.RUNNING, Phase.DONE);

        assertThat(book.orders(MACHINE)).isEmpty();
    }

    @Test
    void theyTakeNoPlaceOfTheOrdersOfSystemsAndTheOldestFallOut() {
        for (int i = 1; i <= OrderFloor.SCANS + 2; i++) {
            reach("J-" + i, Phase.READY, Phase.DONE);
        }
        reach("J-9", Phase.READY);
        for (int i = 1; i <= OrderFloor.MOST; i++) {
            assertThat(book.store(MACHINE, order("JO-" + i)).isDone()).isTrue();
            book.command(MACHINE, "JO-" + i, OrderCommand.ABORT);
        }

        assertThat(book.orders(MACHINE))
                .extracting(booked -> booked.order().id())
                .containsExactlyInAnyOrder("J-3", "J-4", "J-9", "JO-1", "JO-2", "JO-3");
        assertThat(book.store(MACHINE, order("JO-4")).isDone()).isTrue();
    }

    @Test
    void aSystemCannotTakeItsId() {
        reach("J-1", Phase.READY);

        assertThat(book.store(MACHINE, order("J-1")).faults()).contains(OrderFault.OTHER_CONTENT);
        assertThat(book.command(MACHINE, "J-1", OrderCommand.CANCEL).faults())
                .containsExactly(OrderFault.INVALID_STATE);
    }
}
