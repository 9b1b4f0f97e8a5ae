package org.keyway.opcua.autoid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CodeGateTest {
    private final HandClock clock = new HandClock();
    private final CodeGate gate = new CodeGate(clock);

    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-25T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private int passing(int codes) {
        int passed = 0;
        for (int i = 0; i < codes; i++) {
            passed += gate.pass() ? 1 : 0;
        }
        return passed;
    }

    @Test
    void aPalletOfLabelsPassesAtOnceAndAFloodDoesNot() {
        assertThat(passing(CodeGate.AT_ONCE)).isEqualTo(CodeGate.AT_ONCE);
        assertThat(passing(1000)).isZero();
    }

    @Test
    void afterAFloodAsManyPassAsTheTimeAllows() {
        assertThat(passing(1000)).isEqualTo(CodeGate.AT_ONCE);

        clock.pass(Duration.ofSeconds(1));
        assertThat(passing(1000)).isEqualTo(CodeGate.PER_SECOND);

        clock.pass(Duration.ofHours(1));
        assertThat(passing(1000)).isEqualTo(CodeGate.AT_ONCE);
    }

    @Test
    void aClockThatIsSetBackStopsNobodyForLong() {
        clock.pass(Duration.ofHours(-1));
        assertThat(passing(1000)).isEqualTo(CodeGate.AT_ONCE);

        clock.pass(Duration.ofSeconds(1));
        assertThat(passing(1000)).isEqualTo(CodeGate.PER_SECOND);
    }
}
