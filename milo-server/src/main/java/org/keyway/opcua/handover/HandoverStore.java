package org.keyway.opcua.handover;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the hand-overs over crashes and the loss of power, and which of the processes that share it serves which machine. One
 * instance stands for one process.
 */
public interface HandoverStore {
    /** Stands in the place of a machine for the gateway itself, which has an epoch and hands nothing over. */
    String GATEWAY = "";

    /** How long a machine stays with a process that says nothing more. */
    Duration LEASE = Duration.ofSeconds(15);

    /**
     * Where the hand-over to a machine stood, for somebody who begins to serve it: the machine is this process's for a
     * {@link #LEASE}, and its epoch is greater than any before.
     *
     * @return empty as long as the machine is another process's
     * @throws RuntimeException when it can't be read or written; the machine must not be served then
     */
    Optional<Kept> begin(String machine);

    /**
     * Keeps every machine of this process for another {@link #LEASE}, counted from when it was asked.
     *
     * @return the machines that are this process's
     * @throws RuntimeException when it can't be written; then nothing was prolonged
     */
    Set<String> renew();

    /**
     * Gives a machine free for others.
     *
     * @param epoch as {@link #begin} gave it; nothing happens when it is no longer the machine's
     */
    void end(String machine, long epoch);

    /**
     * Keeps a state; when this returns it survives the loss of power.
     *
     * @param epoch as {@link #begin} gave it
     * @param nextSeq the sequence of the next offer, also in the document
     * @throws RuntimeException when it can't be written, or somebody else has begun to serve the machine since: nothing of
     *     the state may be published
     */
    void save(String machine, long epoch, long nextSeq, String document);

    /**
     * What was kept.
     *
     * @param epoch of whoever serves the machine now, from 1 to 2^32-1
     * @param document as it was saved; empty when it never was
     */
    record Kept(long epoch, Optional<String> document) {}
}
