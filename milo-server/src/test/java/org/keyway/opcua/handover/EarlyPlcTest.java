package org.keyway.opcua.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.keyway.job.link.MachineStatus;
import org.keyway.opcua.handover.HandoverTerms.Level;
import org.keyway.opcua.handover.HandoverTerms.Verify;

/** A PLC that was waiting for us connects before its machine is served, and writes while it begins to be. */
class EarlyPlcTest {
    private static final String MACHINE = "NR-01";
    private static final HandoverTerms TERMS =
            new HandoverTerms(Level.BASIC, Verify.CRC, Duration.ofMinutes(10), Duration.ofSeconds(10), 3);

    private final KeptHandovers store = new KeptHandovers();
    private final Handovers handovers = new Handovers(store, Set.of(), Clock.systemUTC());

    @AfterEach
    void close() {
        handovers.leave(MACHINE);
    }

    private MachineHandover serve() {
        return handovers.serve(MACHINE, TERMS, new Silent());
    }

    private void says(PlcState state, long ack) {
        handovers.reported(MACHINE, ReportBuilder.of(state).ack(ack).report());
    }

    @Test
    void whatItSaidBeforeItsMachineIsServedCounts() {
        says(PlcState.IDLE, 1);
        says(PlcState.HELD, 2);
        MachineHandover handover = serve();
        await().until(() -> handover.heard().isPresent());
        assertThat(handover.heard()).map(PlcReport::state).contains(PlcState.HELD);
    }

    @Test
    void anOfferFromTheDiskWaitsUntilThePlcHasSpoken() {
        MachineHandover handover = serve();
        handover.heartbeat();
        handover.report(ReportBuilder.of(PlcState.IDLE).ack(1).report());
        handover.offer(OfferCrcTest.OFFER);
        assertThat(handover.commit().refusal()).isEmpty();
        handover.leave();

        MachineHandover again = new MachineHandover(MACHINE, TERMS, store, Clock.systemUTC());
        Shown shown = new Shown();
        again.attach(shown);
        again.serve(TERMS, new Silent());
        assertThat(again.state().phase()).isEqualTo(HandoverPhase.COMMITTED);
        assertThat(shown.offer).isEmpty();

        again.report(ReportBuilder.of(PlcState.IDLE).ack(2).report());
        assertThat(shown.offer).isPresent();
    }

    /** Whoever writes holds the lock of the machine's nodes, which whoever shows waits for. */
    @Test
    @Timeout(60)
    void whatItWritesWhileItsNodesAreShownIsTakenIn() {
        handovers.attach(MACHINE, new Writing());
        MachineHandover handover = serve();
        await().until(() -> handover.heard().isPresent());
    }

    private final class Writing implements HandoverBoard {
        @Override
        public void show(GatewayBlock block, long epoch) {
            Thread plc = new Thread(() -> {
                handovers.heartbeat(MACHINE);
                says(PlcState.IDLE, 1);
            });
            plc.start();
            try {
                plc.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void beat(long heartbeat, long ttlMillis) {
            // Looked at elsewhere.
        }

        @Override
        public void alarm(HandoverCode code, HandoverState before, Optional<PlcReport> heard) {
            // Looked at elsewhere.
        }

        @Override
        public void concern(HandoverWatch.Concern concern, HandoverState state, boolean begins) {
            // Looked at elsewhere.
        }
    }

    private static final class Shown implements HandoverBoard {
        private Optional<Offer> offer = Optional.empty();

        @Override
        public void show(GatewayBlock block, long epoch) {
            offer = block.offer();
        }

        @Override
        public void beat(long heartbeat, long ttlMillis) {
            // Looked at elsewhere.
        }

        @Override
        public void alarm(HandoverCode code, HandoverState before, Optional<PlcReport> heard) {
            // Looked at elsewhere.
        }

        @Override
        public void concern(HandoverWatch.Concern concern, HandoverState state, boolean begins) {
            // Looked at elsewhere.
        }
    }

    private static final class Silent implements HandoverListener {
        @Override
        public void statusChanged(MachineStatus status) {
            // Looked at elsewhere.
        }

        @Override
        public void taken(String job) {
            // Looked at elsewhere.
        }

        @Override
        public void done(String job) {
            // Looked at elsewhere.
        }
    }
}
