package org.keyway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.Message;
import org.keyway.job.Problem;
import org.keyway.job.link.MachineStatus;
import org.keyway.profile.HandoverSettings;
import org.keyway.profile.Handshake;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.StateNode;
import org.keyway.terminal.api.MachineJson;
import org.keyway.terminal.fake.FakeWorkshop;

/** What pages are told of a machine beside its state. */
final class MachineTroubleTest {
    private final FakeWorkshop workshop = new FakeWorkshop();
    private final Machine machine = workshop.machines().iterator().next();

    private MachineJson shown(Optional<Problem> trouble) {
        MachineStatus status =
                new MachineStatus(true, StateNode.State.READY, "IDLE", Instant.EPOCH, Optional.empty(), trouble);
        return MachineJson.of(machine, status, workshop.profile(machine.profile()));
    }

    @Test
    void whatSomebodyShouldLookAtIsToldWithItsCodeInBothLanguages() {
        Problem problem = new Problem("KW-HAND-015", new Message("not taken up", "没有取走"), Map.of("seq", 7));
        assertThat(shown(Optional.of(problem)).status().problem()).satisfies(view -> {
            assertThat(view.code()).isEqualTo("KW-HAND-015");
            assertThat(view.message().zh()).isEqualTo("没有取走");
        });
        assertThat(shown(Optional.empty()).status().problem()).isNull();
    }

    @Test
    void aMachineWhosePlcShowsNothingBackIsMarkedAndOneThatIsWrittenToHasNoHandover() {
        assertThat(shown(Optional.empty()).handover()).isNull();

        HandoverSettings basic = new HandoverSettings(
                HandoverSettings.Level.BASIC,
                HandoverSettings.Verify.CRC,
                HandoverSettings.Encoding.DOUBLE,
                Duration.ofMinutes(10));
        MachineProfile profile = new MachineProfile(
                "plc",
                HandoverSettings.DELIVERY,
                HandoverSettings.USUAL,
                List.of(),
                Handshake.NONE,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(basic));
        MachineJson shown = MachineJson.of(machine, MachineStatus.offline(Instant.EPOCH), Optional.of(profile));
        assertThat(shown.handover()).isEqualTo("BASIC");
    }
}
