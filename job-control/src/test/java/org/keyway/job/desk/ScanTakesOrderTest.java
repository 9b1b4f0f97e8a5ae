package org.keyway.job.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobState;
import org.keyway.job.Problem;
import org.keyway.job.order.JobOrder;
import org.keyway.job.order.OrderBook;
import org.keyway.job.order.OrderCommand;
import org.keyway.job.order.OrderState;
import org.keyway.profile.StateNode;

/** Which scan takes which order, and what becomes of the order then. */
final class ScanTakesOrderTest {
    private static OrderStation free() {
        return new OrderStation(false);
    }

    private static OrderStation byOrderOnly() {
        return new OrderStation(true);
    }

    private static String code(Job job) {
        return job.problem().map(Problem::code).orElse("");
    }

    @Test
    void aScanTakesTheOrderThatWaitsForItsProductAndTheOrderGoesAlong() {
        try (OrderStation station = free()) {
            station.order("JO-1", 0);
            Job job = station.scan();

            assertThat(job.order()).contains("JO-1");
            assertThat(job.state()).isEqualTo(JobState.ACCEPTED);
            assertThat(station.state("JO-1")).isEqualTo(OrderState.RUNNING);
            station.finish(job);
            assertThat(station.state("JO-1")).isEqualTo(OrderState.COMPLETED);
        }
    }

    @Test
    void aScanOfAnotherProductLeavesTheOrderAlone() {
        try (OrderStation station = free()) {
            station.order("JO-1", 0);

            assertThat(station.scanOther().order()).isEmpty();
            assertThat(station.state("JO-1")).isEqualTo(OrderState.ALLOWED);
        }
    }

    @Test
    void aScanWithoutAnOrderGoesOnUnlessTheStationMachinesByOrderOnly() {
        try (OrderStation station = free()) {
            assertThat(station.scan().state()).isEqualTo(JobState.ACCEPTED);
        }
        try (OrderStation station = byOrderOnly()) {
            Job refused = station.scan();
            assertThat(refused.state()).isEqualTo(JobState.REFUSED);
            assertThat(code(refused)).isEqualTo("KW-ORDER-001");
            assertThat(station.machine().machined()).isEmpty();
        }
    }

    @Test
    void anOrderThatIsStoredButNotStartedIsTakenByNoScan() {
        try (OrderStation station = byOrderOnly()) {
            station.order("JO-1", 0);
            station.part(OrderBook.class).command(OrderStation.MACHINE, "JO-1", OrderCommand.REVOKE_START);

            assertThat(code(station.scan())).isEqualTo("KW-ORDER-001");
            assertThat(station.state("JO-1")).isEqualTo(OrderState.WAITING);
        }
    }

    @Test
    void theHigherPriorityGoesFirstThenTheOneThatWasStoredFirst() {
        try (OrderStation station = byOrderOnly()) {
            station.order("JO-2", 0);
            station.order("JO-3", 0);
            station.order("JO-1", 5);

            assertThat(station.scan().order()).contains("JO-1");
            assertThat(station.scan().order()).contains("JO-2");
            assertThat(station.scan().order()).contains("JO-3");
            assertThat(code(station.scan())).isEqualTo("KW-ORDER-001");
        }
    }

    @Test
    void anOrderForOneSerialNumberIsTakenByThatPartAlone() {
        try (OrderStation station = free()) {
            station.order("JO-1", 0, Optional.of("S2"));

            assertThat(station.scan().order()).isEmpty();
            assertThat(station.scan().order()).contains("JO-1");
        }
    }

    @Test
    void anOrderOfTwoRunsIsTakenByTwoScansAndNoThird() {
        try (OrderStation station = byOrderOnly()) {
            station.order("JO-1", 0, OrderStation.parameter("RunsPlanned", 2));

            Job first = station.scan();
            Job second = station.scan();
            assertThat(code(station.scan())).isEqualTo("KW-ORDER-001");
            station.finish(first);
            assertThat(station.state("JO-1")).isEqualTo(OrderState.RUNNING);
            station.finish(second);
            assertThat(station.state("JO-1")).isEqualTo(OrderState.COMPLETED);
        }
    }

    @Test
    void aDeliveryThatFailsLeavesTheOrderToTheNextScan() {
        try (OrderStation station = byOrderOnly()) {
            station.order("JO-1", 0);
            station.machine().distort(1);
            assertThat(station.scan().state()).isEqualTo(JobState.FAILED);
            assertThat(station.state("JO-1")).isEqualTo(OrderState.ALLOWED);
            assertThat(station.booked("JO-1").trouble().map(Problem::code)).contains("KW-DEL-001");
            station.machine().distort(0);

            assertThat(station.scan().order()).contains("JO-1");
            assertThat(station.state("JO-1")).isEqualTo(OrderState.RUNNING);
        }
    }

    @Test
    void whileItIsNotKnownWhatTheMachineHasTheOrderIsSuspendedAndThenWaitsAgain() {
        try (OrderStation station = byOrderOnly()) {
            station.order("JO-1", 0);
            station.machine().fallSilentAtRelease();
            assertThat(code(station.scan())).isEqualTo(JobCode.IN_DOUBT.code());
            assertThat(station.state("JO-1")).isEqualTo(OrderState.SUSPENDED);
            assertThat(code(station.scan())).isEqualTo("KW-ORDER-001");

            station.machine().speakAgain();
            station.await("JO-1", OrderState.ALLOWED);
            assertThat(station.scan().order()).contains("JO-1");
        }
    }

    @Test
    void aScanWithoutAnOrderIsListedByItsJobWithWhatTheMachineGets() {
        try (OrderStation station = free()) {
            Job job = station.scan();
            station.await(job.id(), OrderState.RUNNING);
            JobOrder order = station.booked(job.id()).order();
            assertThat(order.isScanned()).isTrue();
            assertThat(order.workMasters()).containsExactly("ALL@1");
            assertThat(order.parameters())
                    .contains(OrderStation.parameter("RunsPlanned", 1), OrderStation.parameter("strokes", 40));
            assertThat(order.produced()).hasValueSatisfying(made -> {
                assertThat(made.product()).contains("B-1");
                assertThat(made.serial()).contains("S1");
            });

            station.machine().done(job.id(), Optional.empty());
            station.await(job.id(), OrderState.COMPLETED);
        }
    }

    @Test
    void aScanThatComesToNothingIsAborted() {
        try (OrderStation station = free()) {
            station.machine().distort(1);
            Job job = station.scan();
            station.await(job.id(), OrderState.ABORTED);
            assertThat(station.booked(job.id()).trouble().map(Problem::code)).contains("KW-DEL-001");
        }
    }

    @Test
    void aMachineThatIsLostOrInAlarmInterruptsWhatItHasUntilItIsBack() {
        try (OrderStation station = free()) {
            station.order("JO-1", 0);
            Job job = station.scan();
            assertThat(station.state("JO-1")).isEqualTo(OrderState.RUNNING);

            station.tell(StateNode.State.ALARM);
            station.await("JO-1", OrderState.HELD);
            station.lose();
            station.await("JO-1", OrderState.SUSPENDED);
            station.tell(StateNode.State.RUNNING);
            station.await("JO-1", OrderState.RUNNING);
            station.finish(job);
            assertThat(station.state("JO-1")).isEqualTo(OrderState.COMPLETED);
        }
    }

    @Test
    void afterAStartWhatRanIsInterruptedUntilItsMachineIsSeen() {
        OrderStation before = free();
        Job job = before.scan();
        before.await(job.id(), OrderState.RUNNING);

        try (OrderStation station = before.afterACrash()) {
            assertThat(station.state(job.id())).isEqualTo(OrderState.SUSPENDED);
            station.tell(StateNode.State.RUNNING);
            station.await(job.id(), OrderState.RUNNING);
        }
    }

    @Test
    void whatWasReleasedSinceTheOrderCameCountsAndAnOrderThatSaysOtherwiseIsNotMachined() {
        try (OrderStation station = free()) {
            station.order("JO-1", 0, OrderStation.parameter("strokes", 40));
            station.importFile("{kind: ParameterSet, id: ALL, scope: {family: BLOCK}, values: {strokes: 41}}");

            Job refused = station.scan();
            assertThat(code(refused)).isEqualTo("KW-ORDER-002");
            assertThat(refused.problem().map(Problem::details))
                    .contains(Map.of("order", "JO-1", "parameter", "strokes"));
            assertThat(station.machine().machined()).isEmpty();
        }
    }

    @Test
    void ordersAndWhatBecameOfThemSurviveACrash() {
        OrderStation before = free();
        before.order("JO-1", 0);
        before.order("JO-2", 0);
        Job job = before.scan();

        try (OrderStation station = before.afterACrash()) {
            assertThat(station.state("JO-1")).isEqualTo(OrderState.SUSPENDED);
            assertThat(station.state("JO-2")).isEqualTo(OrderState.ALLOWED);
            station.tell(StateNode.State.RUNNING);
            station.await("JO-1", OrderState.RUNNING);
            station.finish(job);
            assertThat(station.state("JO-1")).isEqualTo(OrderState.COMPLETED);
        }
    }

    @Test
    void anOrderThatMissedWhatItsJobDidCatchesUpAtTheStart() {
        OrderStation before = free();
        before.order("JO-1", 0);
        String stored = before.body("JO-1");
        before.scan();
        before.setBody("JO-1", stored);
        assertThat(before.state("JO-1")).isEqualTo(OrderState.ALLOWED);

        try (OrderStation station = before.afterACrash()) {
            assertThat(station.state("JO-1")).isEqualTo(OrderState.SUSPENDED);
            station.tell(StateNode.State.RUNNING);
            station.await("JO-1", OrderState.RUNNING);
        }
    }
}
