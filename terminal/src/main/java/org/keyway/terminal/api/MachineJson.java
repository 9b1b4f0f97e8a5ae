package org.keyway.terminal.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.job.link.MachineStatus;
import org.keyway.profile.HandoverSettings;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Name;

/**
 * A machine with what it is doing now, as JSON; how to sign in to it stays inside.
 *
 * @param handover FULL or BASIC where its PLC fetches its jobs: at the basic level it shows no value back
 */
public record MachineJson(
        String id,
        Name name,
        String machineClass,
        String station,
        String operation,
        String profile,
        String endpoint,
        @Nullable String handover,
        StatusJson status) {
    /** The machine with its status. */
    public static MachineJson of(Machine machine, MachineStatus status, Optional<MachineProfile> profile) {
        Optional<HandoverSettings> handover = profile.flatMap(MachineProfile::handover);
        return new MachineJson(
                machine.id(),
                machine.name(),
                machine.machineClass(),
                machine.station(),
                machine.operation(),
                machine.profile(),
                machine.endpoint().url(),
                handover.map(settings -> settings.level().name()).orElse(null),
                StatusJson.of(status));
    }

    /**
     * What a machine is doing.
     *
     * @param state one of READY, RUNNING, ALARM, UNKNOWN, OFFLINE
     * @param problem what somebody should look at
     */
    public record StatusJson(
            boolean online,
            String state,
            String text,
            String since,
            @Nullable Long clockOffsetMillis,
            @Nullable ProblemView problem) {
        static StatusJson of(MachineStatus status) {
            return new StatusJson(
                    status.online(),
                    status.online() ? status.state().name() : "OFFLINE",
                    status.text(),
                    Times.text(status.since()),
                    status.clockOffsetMillis().orElse(null),
                    status.trouble().map(ProblemView::of).orElse(null));
        }
    }
}
