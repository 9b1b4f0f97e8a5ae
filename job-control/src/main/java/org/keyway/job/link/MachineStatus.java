package org.keyway.job.link;

import java.time.Instant;
import java.util.Optional;
import org.keyway.job.Problem;
import org.keyway.profile.StateNode;

/**
 * What is known of a machine without asking it.
 *
 * @param online whether there is a working connection
 * @param state what the machine is doing; unknown when offline
 * @param text the machine's own word for it
 * @param since when this became known
 * @param clockOffsetMillis how far the machine's clock is ahead of ours, where measured
 * @param trouble what somebody should look at, as long as it is so
 */
public record MachineStatus(
        boolean online,
        StateNode.State state,
        String text,
        Instant since,
        Optional<Long> clockOffsetMillis,
        Optional<Problem> trouble) {
    /** Without trouble. */
    public MachineStatus(
            boolean online, StateNode.State state, String text, Instant since, Optional<Long> clockOffsetMillis) {
        this(online, state, text, since, clockOffsetMillis, Optional.empty());
    }

    /** Not connected. */
    public static MachineStatus offline(Instant since) {
        return new MachineStatus(false, StateNode.State.UNKNOWN, "", since, Optional.empty());
    }
}
