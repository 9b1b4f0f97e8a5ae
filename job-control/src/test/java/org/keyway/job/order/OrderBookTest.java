package org.keyway.job.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyway.job.order.OrderFloor.MACHINE;
import static org.keyway.job.order.OrderFloor.order;
import static org.keyway.job.order.OrderFloor.runs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.job.order.OrderRun.Phase;

final class OrderBookTest {
    private final OrderFloor floor = new OrderFloor("order-book");
    private final OrderBook book = floor.book();

    @AfterEach
    void close() {
        floor.close();
    }

    private static long bits(int... bits) {
        long all = 0;
        for (int bit : bits) {
            all |= 1L << bit;
        }
        return all;
    }

    @Test
    void anOrderThatIsStoredWaitsAndSuccessIsOne() {
        assertThat(book.store(MACHINE, order("JO-1")).bits()).isEqualTo(1);
        assertThat(floor.state("JO-1")).isEqualTo(OrderState.WAITING);
        assertThat(floor.news).containsExactly("JO-1 WAITING");
    }

    @Test
    void storingTheSameAgainIsDoneAlreadyAndSomethingElseIsNot() {
        book.store(MACHINE, order("JO-1"));

        assertThat(book.store(MACHINE, order("JO-1")).bits()).isEqualTo(1);
        assertThat(book.store(MACHINE, order("JO-1", runs(2))).bits()).isEqualTo(bits(4, 37));
        assertThat(book.find(MACHINE, "JO-1").orElseThrow().order()).isEqualTo(order("JO-1"));
        assertThat(floor.news).hasSize(1);
    }

    @Test
    void storeAndStartOfAStoredOrderStartsItAndOfAStartedOneDoesNothing() {
        book.store(MACHINE, order("JO-1"));

        assertThat(book.storeAndStart(MACHINE, order("JO-1")).bits()).isEqualTo(1);
        assertThat(book.storeAndStart(MACHINE, order("JO-1")).bits()).isEqualTo(1);
        assertThat(floor.news).containsExactly("JO-1 WAITING", "JO-1 ALLOWED");
    }

    @Test
    void whatIsUnknownIsBitOneAndNothingElse() {
        for (OrderCommand command : OrderCommand.values()) {
            assertThat(book.command(MACHINE, "none", command).bits()).isEqualTo(bits(1));
        }
        assertThat(book.update(MACHINE, order("none")).bits()).isEqualTo(bits(1));
    }

    /** OPC 10031-4 6.2.1; what is not named here is refused. */
    @ParameterizedTest
    @CsvSource({
        "START, WAITING",
        "REVOKE_START, ALLOWED",
        "UPDATE, WAITING ALLOWED",
        "CANCEL, WAITING ALLOWED",
        "STOP, RUNNING HELD SUSPENDED",
        "ABORT, WAITING ALLOWED READY LOADED RUNNING HELD SUSPENDED",
        "CLEAR, COMPLETED CLOSED ABORTED"
    })
    void aCommandIsLegalFromTheseStatesAndElsewhereBitThreeAndNoChange(OrderCommand command, String legal) {
        for (OrderState state : OrderState.values()) {
            String id = floor.orderIn(state);
            assertThat(floor.state(id)).isEqualTo(state);
            floor.news.clear();

            ReturnStatus status = command == OrderCommand.UPDATE
                    ? book.update(MACHINE, order(id, runs(3)))
                    : book.command(MACHINE, id, command);

            boolean isLegal = List.of(legal.split(" ")).contains(state.name());
            assertThat(status.bits()).as("%s from %s", command, state).isEqualTo(isLegal ? 1 : bits(3));
            assertThat(floor.news).hasSize(isLegal ? 1 : 0);
            forget(id);
        }
    }

    private void forget(String id) {
        book.command(MACHINE, id, OrderCommand.ABORT);
        book.command(MACHINE, id, OrderCommand.STOP);
        book.command(MACHINE, id, OrderCommand.CLEAR);
        assertThat(book.find(MACHINE, id)).isEmpty();
    }

    @Test
    void whereACommandLeadsIsWhereTheStandardSays() {
        book.store(MACHINE, order("JO-1", runs(2)));
        book.command(MACHINE, "JO-1", OrderCommand.START);
        book.command(MACHINE, "JO-1", OrderCommand.REVOKE_START);
        book.command(MACHINE, "JO-1", OrderCommand.START);
        floor.follow("JO-1", "J", Phase.RUNNING);
        book.command(MACHINE, "JO-1", OrderCommand.STOP);
        book.command(MACHINE, "JO-1", OrderCommand.CLEAR);

        assertThat(floor.news)
                .containsExactly(
                        "JO-1 WAITING",
                        "JO-1 ALLOWED",
                        "JO-1 WAITING",
                        "JO-1 ALLOWED",
                        "JO-1 RUNNING",
                        "JO-1 COMPLETED",
                        "JO-1 gone");
    }

    @Test
    void anUpdateReplacesAllThatWasStored() {
        book.store(MACHINE, order("JO-1"));
        assertThat(book.update(MACHINE, order("JO-1", runs(5))).bits()).isEqualTo(1);

        assertThat(book.find(MACHINE, "JO-1").orElseThrow().order()).isEqualTo(order("JO-1", runs(5)));
    }

    @Test
    void oneMoreThanTheMostIsNotAcceptedAndEndedOnesDoNotCount() {
        for (int i = 1; i <= OrderFloor.MOST; i++) {
            assertThat(book.store(MACHINE, order("JO-" + i)).bits()).isEqualTo(1);
        }
        assertThat(book.store(MACHINE, order("JO-X")).bits()).isEqualTo(bits(4));

        book.command(MACHINE, "JO-1", OrderCommand.ABORT);
        assertThat(book.store(MACHINE, order("JO-X")).bits()).isEqualTo(1);
    }

    @Test
    void ofOrdersThatEndedAndWereNotClearedTheOldestFallOut() {
        for (int i = 1; i <= OrderFloor.MOST + 1; i++) {
            book.store(MACHINE, order("JO-" + i));
            book.command(MACHINE, "JO-" + i, OrderCommand.ABORT);
        }
        assertThat(book.orders(MACHINE)).hasSize(OrderFloor.MOST);
        assertThat(book.find(MACHINE, "JO-1")).isEmpty();
        assertThat(floor.news).endsWith("JO-4 ABORTED", "JO-1 gone");
    }

    @Test
    void anOrderGoesAlongWithItsJobUntilItsResponseIsFetched() {
        book.storeAndStart(MACHINE, order("JO-1"));

        assertThat(floor.follow("JO-1", "J", Phase.READY)).isEqualTo(OrderState.READY);
        assertThat(floor.follow("JO-1", "J", Phase.LOADED)).isEqualTo(OrderState.LOADED);
        assertThat(floor.follow("JO-1", "J", Phase.RUNNING)).isEqualTo(OrderState.RUNNING);
        assertThat(floor.follow("JO-1", "J", Phase.DONE)).isEqualTo(OrderState.COMPLETED);
        book.fetched(MACHINE, "JO-1");
        assertThat(floor.state("JO-1")).isEqualTo(OrderState.CLOSED);
        BookedOrder closed = book.find(MACHINE, "JO-1").orElseThrow();
        assertThat(closed.startedAt()).contains(OrderFloor.NOON);
        assertThat(closed.endedAt()).contains(OrderFloor.NOON);
    }

    @Test
    void aJobThatCameToNothingLeavesTheOrderToTheNextScan() {
        book.storeAndStart(MACHINE, order("JO-1"));
        floor.follow("JO-1", "J", Phase.LOADED);

        assertThat(floor.follow("JO-1", "J", Phase.FAILED)).isEqualTo(OrderState.ALLOWED);
        assertThat(book.find(MACHINE, "JO-1").map(BookedOrder::isOpen)).contains(true);
    }

    @Test
    void whileItIsNotKnownWhatTheMachineHasTheOrderIsSuspended() {
        book.storeAndStart(MACHINE, order("JO-1", runs(2)));

        assertThat(floor.follow("JO-1", "J", Phase.IN_DOUBT)).isEqualTo(OrderState.SUSPENDED);
        assertThat(book.find(MACHINE, "JO-1").map(BookedOrder::isOpen)).contains(false);
        assertThat(floor.follow("JO-1", "J", Phase.RUNNING)).isEqualTo(OrderState.RUNNING);
    }

    @Test
    void anOrderWhoseMachineStopsWithItsPartIsInterruptedUntilTheMachineGoesOn() {
        book.storeAndStart(MACHINE, order("JO-1", runs(2)));
        book.storeAndStart(MACHINE, order("JO-2"));
        floor.follow("JO-1", "J", Phase.RUNNING);
        floor.news.clear();

        book.interrupted(MACHINE, Optional.of(OrderState.HELD));
        book.interrupted(MACHINE, Optional.of(OrderState.SUSPENDED));
        book.interrupted(MACHINE, Optional.empty());
        floor.follow("JO-1", "J", Phase.DONE);
        book.interrupted(MACHINE, Optional.of(OrderState.SUSPENDED));

        assertThat(floor.news).containsExactly("JO-1 HELD", "JO-1 SUSPENDED", "JO-1 RUNNING", "JO-1 RUNNING");
        assertThat(floor.state("JO-2")).isEqualTo(OrderState.ALLOWED);
    }

    @Test
    void whatIsInDoubtStaysSuspendedThoughTheMachineIsHeardAgain() {
        book.storeAndStart(MACHINE, order("JO-1"));
        floor.follow("JO-1", "J", Phase.IN_DOUBT);

        book.interrupted(MACHINE, Optional.empty());
        assertThat(floor.state("JO-1")).isEqualTo(OrderState.SUSPENDED);
    }

    @Test
    void anOrderOfTwoRunsTakesTwoJobsAndRunsUntilBothAreDone() {
        book.storeAndStart(MACHINE, order("JO-1", runs(2)));
        floor.follow("JO-1", "J", Phase.DONE);

        assertThat(floor.state("JO-1")).isEqualTo(OrderState.RUNNING);
        assertThat(book.find(MACHINE, "JO-1").map(BookedOrder::isOpen)).contains(true);
        floor.follow("JO-1", "K", Phase.READY);
        assertThat(book.find(MACHINE, "JO-1").map(BookedOrder::isOpen)).contains(false);
        assertThat(floor.follow("JO-1", "K", Phase.DONE)).isEqualTo(OrderState.COMPLETED);
    }

    @Test
    void whatTheMachineDoesAfterAnAbortIsOnRecordAndChangesNoState() {
        book.storeAndStart(MACHINE, order("JO-1"));
        floor.follow("JO-1", "J", Phase.LOADED);
        book.command(MACHINE, "JO-1", OrderCommand.ABORT);

        assertThat(floor.follow("JO-1", "J", Phase.DONE)).isEqualTo(OrderState.ABORTED);
        assertThat(book.find(MACHINE, "JO-1").map(BookedOrder::done)).contains(1);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1.5", "2001", "1e9"})
    void aNumberOfRunsThatIsNoneIsAnInvalidRequest(BigDecimal runs) {
        assertThat(book.store(MACHINE, order("JO-1", OrderFloor.parameter("RunsPlanned", runs)))
                        .bits())
                .isEqualTo(bits(4, 32));
    }

    @Test
    void anIdThatIsNoneIsAnInvalidRequest() {
        for (String id : new String[] {"", " ", "a\u0000", "x".repeat(257)}) {
            assertThat(book.store(MACHINE, order(id)).bits()).isEqualTo(bits(4, 32));
        }
        assertThat(book.store(MACHINE, order("x".repeat(256))).bits()).isEqualTo(1);
        assertThat(book.store("M9", order("JO-1")).bits()).isEqualTo(bits(4, 32));
        assertThat(book.find(MACHINE, "none").map(BookedOrder::order)).isEqualTo(Optional.empty());
    }
}
