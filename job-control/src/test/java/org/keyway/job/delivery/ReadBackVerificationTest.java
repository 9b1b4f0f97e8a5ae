package org.keyway.job.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyway.job.link.DeviceValue;
import org.keyway.profile.LocalText;
import org.keyway.profile.Name;
import org.keyway.profile.Parameter;
import org.keyway.profile.ValueType;

final class ReadBackVerificationTest {
    private static boolean holds(Object wanted, Object found, Optional<BigDecimal> tolerance) {
        Parameter parameter = new Parameter(
                "p",
                ValueType.DOUBLE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                tolerance,
                Optional.empty(),
                "nsu=urn:cnc;s=P",
                Optional.empty(),
                new Name("p", "p"));
        return ReadBackVerification.holds(new DeviceValue(parameter, "P", wanted), Optional.of(found));
    }

    private static boolean holds(Object wanted, Object found) {
        return holds(wanted, found, Optional.empty());
    }

    @Test
    void aToleranceHoldsForNumbersOfEveryType() {
        Optional<BigDecimal> half = Optional.of(new BigDecimal("0.5"));

        assertThat(holds(52.0, 52.5, half)).isTrue();
        assertThat(holds(52.0, 52.6, half)).isFalse();
        assertThat(holds(52f, 52.5f, half)).isTrue();
        assertThat(holds(52f, 52.5f)).isFalse();
        assertThat(holds(52, 53, Optional.of(BigDecimal.ONE))).isTrue();
        assertThat(holds(52, 53, half)).isFalse();
        assertThat(holds(52, 53)).isFalse();
    }

    @Test
    void eachElementOfAnArrayIsHeldAgainstTheTolerance() {
        Optional<BigDecimal> half = Optional.of(new BigDecimal("0.5"));

        assertThat(holds(List.of(1.0, 2.0), List.of(1.5, 2.5), half)).isTrue();
        assertThat(holds(List.of(1.0, 2.0), List.of(1.5, 2.6), half)).isFalse();
        assertThat(holds(List.of(1.0, 2.0), List.of(1.0), half)).isFalse();
        assertThat(holds(List.of(1.0), 1.0, half)).isFalse();
        assertThat(holds(List.of(), List.of())).isTrue();
        assertThat(holds(List.of("a", "b"), List.of("a", "B"))).isFalse();
    }

    @Test
    void whatIsNoNumberOrEndlessEqualsNothing() {
        Optional<BigDecimal> wide = Optional.of(new BigDecimal("1e300"));

        for (double endless : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(holds(1.0, endless, wide)).isFalse();
            assertThat(holds(endless, endless, wide)).isFalse();
            assertThat(holds(List.of(1.0), List.of(endless), wide)).isFalse();
            assertThat(holds((float) endless, (float) endless, wide)).isFalse();
        }
    }

    @Test
    void everythingElseIsExact() {
        assertThat(holds("O1234", "O1234")).isTrue();
        assertThat(holds("O1234", "O1234 ")).isFalse();
        assertThat(holds(true, false)).isFalse();
        LocalText chinese = new LocalText(Optional.of("zh"), "刀具");
        assertThat(holds(chinese, new LocalText(Optional.of("zh"), "刀具"))).isTrue();
        assertThat(holds(chinese, new LocalText(Optional.empty(), "刀具"))).isFalse();
    }
}
