package org.keyway.opcua.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.Problem;
import org.keyway.job.link.PreparedDelivery;
import org.keyway.profile.HandoverSettings.Encoding;
import org.keyway.profile.HandoverSettings.Level;
import org.keyway.profile.HandoverSettings.Verify;
import org.keyway.simulator.MachinedPart;

/** A machine that another server on the same database takes. */
final class HandoverFailoverTest {
    private static final Object[] VALUES = {new BigDecimal("42.5"), new BigDecimal(8), true, "TIGHTEN"};

    @TempDir
    Path pki;

    private HandedFloor floor;

    @BeforeEach
    void start() throws Exception {
        floor = new HandedFloor(
                pki,
                HandedFloor.settings(Level.FULL, Verify.CRC, Encoding.DOUBLE),
                Duration.ofSeconds(5),
                Clock.systemUTC());
        floor.plc.powerOn();
        floor.awaitOnline();
    }

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void aMachineThatAnotherServerTakesGetsNothingFromUsUntilItIsOursAgain() throws Exception {
        PreparedDelivery delivery = floor.staged("JOB-1", VALUES);
        floor.store.giveToAnother(HandedFloor.MACHINE);
        await().until(() -> !floor.handover().isOurs());
        RawPlc plc = new RawPlc(floor.client());
        assertThat(plc.read("OfferSeqBegin")).isEqualTo(UInteger.MIN);
        assertThat(plc.read("GatewayEpoch")).isEqualTo(UInteger.MIN);
        assertThat(floor.link().status().online()).isFalse();
        assertThat(floor.link().status().trouble()).map(Problem::code).contains("KW-HAND-034");
        assertThatThrownBy(delivery::release).hasMessageContaining("KW-HAND-034");
        assertThatThrownBy(() -> floor.link().withdraw()).hasMessageContaining("KW-HAND-034");
        assertThatThrownBy(() -> floor.prepared("JOB-2", VALUES)).hasMessageContaining("KW-HAND-034");
        assertThat(floor.link().endsByHand()).isFalse();
        assertThat(floor.plc.machined()).isEmpty();

        floor.store.giveBack(HandedFloor.MACHINE);
        floor.awaitOnline();
        floor.link().withdraw();
        await().until(() -> floor.handover().obstacle().isEmpty());
        floor.deliver("JOB-2", VALUES);
        await().until(() -> floor.done.contains("JOB-2"));
        assertThat(floor.plc.machined()).extracting(MachinedPart::jobId).containsExactly("JOB-2");
    }
}
