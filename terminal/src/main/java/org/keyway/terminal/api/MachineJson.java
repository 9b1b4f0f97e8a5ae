package org.keyway.terminal.api;

import org.jspecify.annotations.Nullable;
import org.keyway.job.link.MachineStatus;
import org.keyway.profile.Machine;
import org.keyway.profile.Name;

/** A machine with what it is doing now, as JSON; how to sign in to it stays inside. */
public record MachineJson(
        String id,
        Name name,
        String machineClass,
        String station,
        String operation,
        String profile,
        String endpoint,
        StatusJson status) {
    /** The machine with its status. */
    public static MachineJson of(Machine machine, MachineStatus status) {
        return new MachineJson(
                machine.id(),
                machine.name(),
                machine.machineClass(),
                machine.station(),
                machine.operation(),
                machine.profile(),
                machine.endpoint().url(),
                StatusJson.of(status));
    }

    /** What a machine is doing; {@code state} is one of READY, RUNNING, ALARM, UNKNOWN, OFFLINE. */
    public record StatusJson(
            boolean online,
            String state,
            String text,
            String since,
            @Nullable Long clockOffsetMillis) {
        static StatusJson of(MachineStatus status) {
            return new StatusJson(
                    status.online(),
                    status.online() ? status.state().name() : "OFFLINE",
                    status.text(),
                    Times.text(status.since()),
                    status.clockOffsetMillis().orElse(null));
        }
    }
}
