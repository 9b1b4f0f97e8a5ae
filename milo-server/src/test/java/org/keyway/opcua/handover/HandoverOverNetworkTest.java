package org.keyway.opcua.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.NodeReading;
import org.keyway.job.link.PreparedDelivery;
import org.keyway.profile.HandoverSettings;
import org.keyway.profile.HandoverSettings.Encoding;
import org.keyway.profile.HandoverSettings.Level;
import org.keyway.profile.HandoverSettings.Verify;
import org.keyway.simulator.MachinedPart;

/** A hand-over between a server of ours and a PLC that is its client, either of which dies at every step. */
final class HandoverOverNetworkTest {
    private static final Object[] VALUES = {new BigDecimal("42.5"), new BigDecimal(8), true, "TIGHTEN"};
    private static final Map<String, Object> MACHINED = Map.of("1", 42.5, "2", 8.0, "3", 1.0);

    @TempDir
    Path pki;

    private HandedFloor floor;

    private static HandedFloor started(Path pki, Level level, Verify verify, Encoding encoding) throws Exception {
        HandedFloor floor = new HandedFloor(
                pki, HandedFloor.settings(level, verify, encoding), Duration.ofSeconds(5), Clock.systemUTC());
        floor.plc.powerOn();
        floor.awaitOnline();
        return floor;
    }

    private void restart(Level level, Verify verify, Encoding encoding) throws Exception {
        floor.close();
        floor = started(pki, level, verify, encoding);
    }

    @BeforeEach
    void start() throws Exception {
        floor = started(pki, Level.FULL, Verify.CRC, Encoding.DOUBLE);
    }

    @AfterEach
    void close() {
        floor.close();
    }

    private void assertMachinedOnce(String... jobs) {
        await().until(() -> floor.done.containsAll(List.of(jobs)));
        assertThat(floor.plc.machined()).extracting(MachinedPart::jobId).containsExactly(jobs);
        assertThat(floor.plc.machined())
                .allSatisfy(part -> assertThat(part.values()).isEqualTo(MACHINED));
    }

    @ParameterizedTest
    @CsvSource({
        "FULL, CRC, DOUBLE",
        "FULL, ECHO, DOUBLE",
        "FULL, ECHO, FLOAT",
        "BASIC, CRC, DOUBLE",
        "BASIC, CRC, FLOAT"
    })
    void aJobIsHandedOverAndMachinedWithItsValues(Level level, Verify verify, Encoding encoding) throws Exception {
        restart(level, verify, encoding);
        PreparedDelivery delivery = floor.staged("JOB-1", VALUES);
        assertThat(delivery.observe().values())
                .extracting(NodeReading::value)
                .containsExactly(Optional.of(42.5), Optional.of(8L), Optional.of(true), Optional.of("TIGHTEN"));
        assertThat(delivery.showsWhatItHolds()).isEqualTo(level == Level.FULL);
        assertThat(delivery.handshake().ready()).isFalse();
        assertThat(floor.plc.machined()).isEmpty();
        delivery.release();
        await().until(() -> delivery.handshake().took("JOB-1"));
        await().until(() -> floor.done.contains("JOB-1"));

        await().until(() -> floor.handover().obstacle().isEmpty());
        floor.deliver("JOB-2", VALUES);
        assertMachinedOnce("JOB-1", "JOB-2");
    }

    @Test
    void whatWasMachinedIsNeverSaidToBeWithdrawnWhateverCameAfterIt() throws Exception {
        for (String job : List.of("JOB-1", "JOB-2")) {
            floor.deliver(job, VALUES);
            await().until(() -> floor.done.contains(job));
            await().until(() -> floor.handover().obstacle().isEmpty());
        }
        RawPlc plc = new RawPlc(floor.client());
        for (int seq = 1; seq <= 2; seq++) {
            assertThat(plc.call("WithdrawOffer", UInteger.valueOf(seq), "late").getOutputArguments())
                    .containsExactly(Variant.ofInt32(2));
        }
    }

    @Test
    void aServerThatDiesAfterStagingOffersTheSameAgainAndNothingIsMachinedBeforeTheCommit() throws Exception {
        floor.staged("JOB-1", VALUES);
        floor.restartGateway();
        await().until(() -> floor.handover().isStaged());
        assertThat(floor.plc.machined()).isEmpty();
        assertThat(floor.prepared("JOB-1", VALUES).handshake().ready()).isFalse();

        floor.link().withdraw();
        await().until(() -> floor.handover().obstacle().isEmpty());
        floor.deliver("JOB-2", VALUES);
        assertMachinedOnce("JOB-2");
    }

    @Test
    void aServerThatDiesAfterTheCommitStandsByIt() throws Exception {
        PreparedDelivery delivery = floor.staged("JOB-1", VALUES);
        floor.plc.setDeaf(true);
        delivery.release();
        floor.restartGateway();
        assertThat(floor.handover().state().phase()).isEqualTo(HandoverPhase.COMMITTED);
        floor.plc.setDeaf(false);
        assertMachinedOnce("JOB-1");
        assertThat(floor.link().handshake().took("JOB-1")).isTrue();
    }

    @Test
    void aServerThatDiesWhileAPartIsMachinedHearsOfItAfterwards() throws Exception {
        PreparedDelivery delivery = floor.staged("JOB-1", VALUES);
        delivery.release();
        await().until(() -> !floor.plc.machined().isEmpty());
        floor.restartGateway();
        await().ignoreExceptions().until(() -> floor.link().handshake().took("JOB-1"));
        assertThat(floor.plc.machined()).hasSize(1);
    }

    @Test
    void aPlcThatLosesPowerAfterStagingIsNotCommittedToWhatItNoLongerHolds() throws Exception {
        PreparedDelivery delivery = floor.staged("JOB-1", VALUES);
        long stageNo = floor.plc.memory().stageNo();
        floor.plc.powerOff();
        floor.plc.powerOn();
        await().until(() ->
                floor.plc.memory().stageNo() > stageNo && floor.handover().isStaged());
        delivery.release();
        assertMachinedOnce("JOB-1");
    }

    @Test
    void aPlcThatLosesPowerBetweenCommitAndActivationDropsTheJobAndSaysSo() throws Exception {
        PreparedDelivery delivery = floor.staged("JOB-1", VALUES);
        floor.plc.setDeaf(true);
        delivery.release();
        floor.plc.powerOff();
        floor.plc.setDeaf(false);
        floor.plc.powerOn();
        floor.awaitPhase(HandoverPhase.NONE);
        assertThat(delivery.handshake().took("JOB-1")).isFalse();
        assertThat(floor.plc.machined()).isEmpty();

        floor.deliver("JOB-2", VALUES);
        assertMachinedOnce("JOB-2");
    }

    @Test
    void aPlcThatLosesPowerAfterItsJobDoesNotDoItAgain() throws Exception {
        floor.deliver("JOB-1", VALUES);
        await().until(() -> floor.plc.memory().lastDoneSeq() == 1);
        floor.plc.powerOff();
        floor.plc.powerOn();
        floor.awaitPhase(HandoverPhase.NONE);
        assertMachinedOnce("JOB-1");
    }

    @Test
    void withdrawingACommittedJobWaitsForThePlc() throws Exception {
        PreparedDelivery delivery = floor.staged("JOB-1", VALUES);
        floor.plc.powerOff();
        delivery.release();
        floor.handover().cancel();
        assertThat(floor.handover().state().phase()).isEqualTo(HandoverPhase.WITHDRAWING);
        assertThatThrownBy(() -> floor.prepared("JOB-2", VALUES))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("KW-HAND-002");
        floor.plc.powerOn();
        floor.link().withdraw();
        assertThat(floor.plc.machined()).isEmpty();
        assertThat(floor.handover().state().phase()).isEqualTo(HandoverPhase.NONE);
    }

    @Test
    void aPlcThatReadsNodeByNodeNeverMachinesAMixture() throws Exception {
        floor.plc.readOneByOne(true);
        for (int i = 0; i < 40; i++) {
            floor.handover().offer(mixed(i));
            floor.handover().cancel();
        }
        await().until(() -> floor.handover().offer(mixed(99)).refusal().isEmpty());
        await().until(() -> floor.handover().isStaged());
        assertThat(floor.handover().commit().refusal()).isEmpty();
        await().until(() -> floor.plc.machined().size() == 1);
        assertThat(floor.plc.machined().get(0).values()).isEqualTo(Map.of("1", 99.0, "2", 99.0));
    }

    private static Offer mixed(int value) {
        return new Offer(
                0,
                1,
                value,
                0,
                "JOB-" + value,
                "",
                "",
                "",
                "",
                List.of(new OfferParameter(1, value), new OfferParameter(2, value)));
    }

    @Test
    void aValueBeyondTheMachineIsRejectedByItsName() throws Exception {
        assertThatThrownBy(() -> floor.staged("JOB-1", new BigDecimal(501), new BigDecimal(8), true, "TIGHTEN"))
                .isInstanceOfSatisfying(LinkException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("KW-HAND-010");
                    assertThat(refused.facts())
                            .containsEntry("parameter", "torque")
                            .containsEntry("code", 3);
                });
        floor.link().withdraw();
        await().until(() -> floor.handover().obstacle().isEmpty());
        floor.deliver("JOB-2", VALUES);
        assertMachinedOnce("JOB-2");
    }

    @Test
    void aCommitThatCannotBeKeptIsNeverShown() throws Exception {
        PreparedDelivery delivery = floor.staged("JOB-1", VALUES);
        floor.store.setFull(true);
        assertThatThrownBy(delivery::release).hasMessageContaining("KW-HAND-033");
        assertThatThrownBy(() -> floor.link().withdraw()).hasMessageContaining("KW-HAND-033");
        floor.store.setFull(false);
        floor.link().withdraw();
        await().until(() -> floor.handover().obstacle().isEmpty());
        assertThat(floor.plc.machined()).isEmpty();
    }

    @Test
    void aPlcOfAnotherDatabaseGetsNothingUntilSomebodyHasLooked() throws Exception {
        floor.deliver("JOB-1", VALUES);
        await().until(() -> floor.done.contains("JOB-1"));
        floor.store.forgetEverything();
        floor.restartGateway();
        await().until(() -> floor.handover().state().alarm().isPresent());
        assertThatThrownBy(() -> floor.prepared("JOB-2", VALUES)).hasMessageContaining("KW-HAND-003");

        assertThat(floor.link().unacknowledged())
                .hasValueSatisfying(alarm -> assertThat(alarm.code()).isEqualTo("KW-HAND-030"));
        assertThat(floor.link().endByHand()).isTrue();
        assertThat(floor.link().unacknowledged()).isEmpty();
        floor.deliver("JOB-2", VALUES);
        assertThat(floor.plc.memory().activeSeq() + floor.plc.memory().lastDoneSeq())
                .isGreaterThan(1);
    }

    @Test
    void anOfferNobodyTakesExpires() throws Exception {
        floor.close();
        floor = new HandedFloor(
                pki,
                new HandoverSettings(Level.FULL, Verify.CRC, Encoding.DOUBLE, Duration.ofSeconds(1)),
                Duration.ofSeconds(5),
                Clock.systemUTC());
        floor.plc.powerOn();
        floor.awaitOnline();
        floor.plc.setDeaf(true);
        assertThatThrownBy(() -> floor.staged("JOB-1", VALUES)).isInstanceOf(LinkException.class);
        floor.awaitPhase(HandoverPhase.NONE);
        assertThat(floor.plc.machined()).isEmpty();
    }
}
