package org.keyway.opcua.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.MachineStatus;
import org.keyway.job.link.PreparedDelivery;
import org.keyway.simulator.fault.Fault;
import org.keyway.simulator.fault.Fault.Kind;
import org.keyway.simulator.fault.Fault.Operation;

class LostConnectionTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path pki;

    @SuppressWarnings("NullAway.Init") // set before each
    private LinkedMachine linked;

    @BeforeEach
    void link() throws Exception {
        linked = new LinkedMachine(pki);
    }

    @AfterEach
    void unlink() {
        linked.close();
    }

    @Test
    void aCallWithoutAnAnswerSaysThatTheOutcomeIsUnknown() throws Exception {
        PreparedDelivery delivery = linked.link.prepare("JOB-1", LinkedMachine.setpoints());
        linked.machine
                .faults()
                .arm(Fault.of(Kind.DROP_CONNECTION, "")
                        .at(Operation.WRITE)
                        .times(1)
                        .with(1));

        LinkException loss = catchThrowableOfType(LinkException.class, delivery::invalidate);

        assertThat(loss.kind()).isEqualTo(LinkException.Kind.OUTCOME_UNKNOWN);
        linked.awaitOnline();
        assertThat(linked.link
                        .prepare("JOB-1", LinkedMachine.setpoints())
                        .observe()
                        .values())
                .isNotEmpty();
    }

    @Test
    void aDeviceThatIsTooSlowIsNotWaitedFor() throws Exception {
        PreparedDelivery delivery = linked.link.prepare("JOB-1", LinkedMachine.setpoints());
        linked.machine
                .faults()
                .arm(Fault.of(Kind.SLOW, "Stage/JobReady").times(1).with(5000));

        LinkException loss = catchThrowableOfType(LinkException.class, delivery::invalidate);

        assertThat(loss.code()).isEqualTo("KW-LINK-007");
        assertThat(loss.kind()).isEqualTo(LinkException.Kind.OUTCOME_UNKNOWN);
    }

    @Test
    void aDeviceThatStartedAnewWithOtherIndexesIsNeverWrittenByTheOldOnes() throws Exception {
        PreparedDelivery before = linked.link.prepare("JOB-1", LinkedMachine.setpoints());
        linked.cell.restartShifted();

        LinkException loss = catchThrowableOfType(LinkException.class, before::stage);
        assertThat(loss.kind()).isEqualTo(LinkException.Kind.OUTCOME_UNKNOWN);
        assertThat(linked.held("Stage/ValueDouble")).isEqualTo(0.0);

        await().ignoreExceptions()
                .untilAsserted(() ->
                        linked.link.prepare("JOB-1", LinkedMachine.setpoints()).stage());
        assertThat(linked.held("Stage/ValueDouble")).isEqualTo(52.003);
    }

    @Test
    void aDeviceThatWasAwayIsFoundAgain() throws Exception {
        linked.cell.stop();
        linked.awaitOffline();
        LinkException away = catchThrowableOfType(
                LinkException.class, () -> linked.link.prepare("JOB-1", LinkedMachine.setpoints()));
        assertThat(away.kind()).isEqualTo(LinkException.Kind.UNREACHABLE);
        assertThat(away.facts()).containsEntry("endpoint", linked.cell.url());

        linked.cell.start();

        linked.awaitOnline();
        assertThat(linked.statuses).extracting(MachineStatus::online).contains(false);
        PreparedDelivery delivery = linked.link.prepare("JOB-2", LinkedMachine.setpoints());
        delivery.stage();
        delivery.release();
        await().until(() -> linked.accepted.contains("JOB-2"));
    }

    @Test
    void howeverOftenTheConnectionIsLostThereIsOneSession() throws Exception {
        for (int loss = 0; loss < 3; loss++) {
            linked.machine.faults().arm(Fault.of(Kind.DROP_CONNECTION, "").times(1));
            assertThat(catchThrowableOfType(LinkException.class, () -> linked.link.handshake()))
                    .isNotNull();
            await().ignoreExceptions().until(() -> !linked.link.handshake().ready());
        }
        linked.cell.restartShifted();
        await().ignoreExceptions().until(() -> !linked.link.handshake().ready());

        await().until(() -> linked.cell.sessions() == 1);
        linked.link.close();
        await().until(() -> linked.cell.sessions() == 0);
    }
}
