package org.keyway.job.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyway.job.order.OrderFloor.MACHINE;
import static org.keyway.job.order.OrderFloor.orderOf;
import static org.keyway.job.order.OrderFloor.parameter;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OrderParametersTest {
    private final OrderFloor floor = new OrderFloor("order-parameters");

    @AfterEach
    void close() {
        floor.close();
    }

    private void isStored(JobOrder order) {
        assertThat(floor.book().store(MACHINE, order)).isEqualTo(ReturnStatus.DONE);
    }

    private void isRefused(JobOrder order, OrderFault fault) {
        assertThat(floor.book().store(MACHINE, order).faults())
                .containsExactlyInAnyOrder(OrderFault.NOT_ACCEPTED, fault);
        assertThat(floor.book().orders(MACHINE)).isEmpty();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void theReleasedValueInAnyUnitIsTaken() {
        isStored(orderOf("B-1", parameter("speed", number("8000"), "RPM")));
    }

    @Test
    void theReleasedValueIsConvertedBeforeItIsCompared() {
        isStored(orderOf("B-1", parameter("speed", number("133.33333333333"), "RPS")));
    }

    @Test
    void aValueWithoutAUnitIsInTheParametersUnit() {
        isStored(orderOf("B-1", parameter("speed", number("8000.0"))));
    }

    @Test
    void aValueOtherThanTheReleasedOneIsNotApproved() {
        isRefused(orderOf("B-1", parameter("speed", number("8001"), "RPM")), OrderFault.NOT_APPROVED);
    }

    @Test
    void aValueOfAProductForWhichNothingIsReleasedIsNotApproved() {
        isRefused(orderOf("B-2", parameter("speed", number("8000"))), OrderFault.NOT_APPROVED);
    }

    @Test
    void aValueThatNoSetGivesIsNotApproved() {
        isRefused(orderOf("B-1", parameter("coolant", true)), OrderFault.NOT_APPROVED);
    }

    @Test
    void aValueBeyondTheMachinesLimitsIsBeyondThemWhateverIsReleased() {
        assertThat(floor.book()
                        .store(MACHINE, orderOf("B-1", parameter("speed", number("12000.1"))))
                        .faults())
                .contains(OrderFault.OUT_OF_LIMITS);
        isRefused(OrderFloor.order("JO-1", parameter("speed", number("49"))), OrderFault.OUT_OF_LIMITS);
    }

    @Test
    void aUnitOfSomethingElseIsAMismatch() {
        isRefused(orderOf("B-1", parameter("speed", number("8000"), "MMT")), OrderFault.UNIT_MISMATCH);
        isRefused(orderOf("B-1", parameter("speed", number("8000"), "no unit")), OrderFault.UNIT_MISMATCH);
    }

    @Test
    void aUnitOfWhatIsNoNumberIsAMismatch() {
        isRefused(OrderFloor.order("JO-1", parameter("coolant", true, "MMT")), OrderFault.UNIT_MISMATCH);
    }

    @Test
    void aParameterThatWouldBePassedOverInSilenceIsRefused() {
        isRefused(orderOf("B-1", parameter("sped", number("8000"))), OrderFault.UNKNOWN_PARAMETER);
    }

    @Test
    void aStructureInThePlaceOfANumberIsAnInvalidRequest() {
        isRefused(
                OrderFloor.order("JO-1", new OrderParameter("speed", Optional.empty(), Optional.empty())),
                OrderFault.INVALID_REQUEST);
    }

    @Test
    void informationIsKeptUnread() {
        isStored(orderOf(
                "B-1",
                parameter("JobName", "x"),
                parameter("mes:batch", number("7")),
                parameter("JobExecutionMode", number("2"))));
    }

    @Test
    void aSimulationIsNotMachinedAsIfItWereProduction() {
        isRefused(orderOf("B-1", parameter("JobExecutionMode", number("0"))), OrderFault.INVALID_REQUEST);
    }

    @Test
    void anOrderOfAProductThatIsNotKnownYetWaits() {
        isStored(orderOf("LATER"));
    }
}
