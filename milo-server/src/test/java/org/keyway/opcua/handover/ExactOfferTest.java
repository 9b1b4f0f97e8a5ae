package org.keyway.opcua.handover;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.profile.HandoverSettings.Encoding;
import org.keyway.profile.HandoverSettings.Level;
import org.keyway.profile.HandoverSettings.Verify;

/** What a PLC's number can't hold as it is wanted is not offered to it. */
final class ExactOfferTest {
    @TempDir
    private Path pki;

    @SuppressWarnings("NullAway.Init") // set by each test
    private HandedFloor floor;

    private HandedFloor floor(Encoding encoding) throws Exception {
        HandedFloor started = new HandedFloor(
                pki, HandedFloor.settings(Level.FULL, Verify.ECHO, encoding), Duration.ofSeconds(5), Clock.systemUTC());
        started.plc.powerOn();
        started.awaitOnline();
        return started;
    }

    @AfterEach
    void close() {
        floor.close();
    }

    @ParameterizedTest
    @CsvSource({"9007199254740993, KW-HAND-004", "1.5, KW-HAND-004"})
    void whatADoubleCannotHoldExactlyIsNotOffered(BigDecimal count, String code) throws Exception {
        floor = floor(Encoding.DOUBLE);
        assertThatThrownBy(() -> floor.prepared("JOB-1", new BigDecimal(1), count, true, "TIGHTEN"))
                .hasMessageContaining(code);
    }

    @Test
    void aFloatThatWouldBeRoundedBeyondItsToleranceIsNotOffered() throws Exception {
        floor = floor(Encoding.FLOAT);
        floor.prepared("JOB-1", new BigDecimal("400.123"), new BigDecimal(8), true, "TIGHTEN");
        assertThatThrownBy(() ->
                        floor.prepared("JOB-1", new BigDecimal("400.1"), new BigDecimal(16_777_217), true, "TIGHTEN"))
                .hasMessageContaining("KW-HAND-004");
    }
}
