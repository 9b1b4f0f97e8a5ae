package org.keyway.job.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyway.job.Problem;
import org.keyway.profile.ResultNode;

/**
 * One machine as job control reaches it, over one session. Knows nothing of jobs beyond their ids; keeps its connection by
 * itself. Safe for use by several threads.
 */
public interface MachineLink extends AutoCloseable {
    /** What the machine last said of itself; never blocks. */
    MachineStatus status();

    /** When the machine last answered or wrote anything; empty while nothing was heard of it, or where it isn't noted. */
    default Optional<Instant> lastContact() {
        return Optional.empty();
    }

    /**
     * Connects if need be, finds the nodes, and converts the values to the device's types (D1). Nothing is written.
     *
     * @throws LinkException {@code UNREACHABLE} or {@code INCOMPATIBLE}
     */
    PreparedDelivery prepare(String jobId, List<Setpoint> setpoints) throws LinkException;

    /** Reads the handshake afresh; for recovery. */
    HandshakeReading handshake() throws LinkException;

    /** Writes the release flag false and reads it back false; an exception means that it is not known to be false. */
    void withdraw() throws LinkException;

    /**
     * Whether what is open can be ended without the machine's word. False where a release flag of ours may still be set at
     * the machine: that must be seen false by somebody, and by nobody but us.
     */
    default boolean endsByHand() {
        return false;
    }

    /**
     * Ends what is open without the machine's word, because somebody has looked at it.
     *
     * @return whether anything was open
     */
    default boolean endByHand() {
        return false;
    }

    /** What keeps jobs from the machine until somebody has looked and ends it by hand, beside jobs in doubt. */
    default Optional<Problem> unacknowledged() {
        return Optional.empty();
    }

    /** Reads result nodes afresh, in the order asked for. */
    List<NodeReading> readResults(List<ResultNode> results) throws LinkException;

    /**
     * Reads nodes afresh, in the order asked for; one that isn't there answers with its status.
     *
     * @param nodes as the profile has them, parameters' nodes among others
     */
    List<NodeReading> readNow(List<String> nodes) throws LinkException;

    /** Ends the session. */
    @Override
    void close();
}
