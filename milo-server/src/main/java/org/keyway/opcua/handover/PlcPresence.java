package org.keyway.opcua.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keyway.job.Problem;
import org.keyway.job.link.MachineStatus;
import org.keyway.profile.StateNode;

/** Whether a PLC is there, by its heartbeat, and what it says that its machine is doing. Not safe for several threads. */
final class PlcPresence {
    private static final Duration STALE = Duration.ofSeconds(5);

    private final Clock clock;
    private Instant heartbeatAt = Instant.MIN;
    private Instant heardAt = Instant.MIN;
    private MachineStatus status;

    PlcPresence(Clock clock) {
        this.clock = clock;
        this.status = MachineStatus.offline(clock.instant());
    }

    /** When the PLC was last heard of; empty while it never was. */
    Optional<Instant> heardAt() {
        return Optional.of(heardAt).filter(at -> at.isAfter(Instant.MIN));
    }

    /** The PLC wrote something. */
    void hear() {
        heardAt = clock.instant();
    }

    /** The heartbeat moved. */
    void beat() {
        heartbeatAt = clock.instant();
        heardAt = heartbeatAt;
    }

    /** Whether it moved lately. */
    boolean isAlive() {
        return heartbeatAt.isAfter(clock.instant().minus(STALE));
    }

    MachineStatus status() {
        return status;
    }

    /**
     * What is known now, if that is something else than before.
     *
     * @param trouble what somebody should look at
     */
    Optional<MachineStatus> news(Optional<PlcReport> heard, Optional<Problem> trouble) {
        boolean online = isAlive() && heard.isPresent();
        StateNode.State doing = online ? doing(heard.get().state()) : StateNode.State.UNKNOWN;
        String text = online ? heard.get().state().name() : "";
        if (status.online() == online
                && status.state() == doing
                && status.text().equals(text)
                && status.trouble().equals(trouble)) {
            return Optional.empty();
        }
        status = new MachineStatus(online, doing, text, clock.instant(), Optional.empty(), trouble);
        return Optional.of(status);
    }

    private static StateNode.State doing(PlcState state) {
        return switch (state) {
            case RUNNING -> StateNode.State.RUNNING;
            case FAULT, HELD -> StateNode.State.ALARM;
            case UNKNOWN -> StateNode.State.UNKNOWN;
            default -> StateNode.State.READY;
        };
    }
}
