package org.keyway.opcua.handover;

import java.util.Optional;

/** Keeps the hand-overs over crashes and the loss of power. */
public interface HandoverStore {
    /** Stands in the place of a machine for the gateway itself, which has an epoch and hands nothing over. */
    String GATEWAY = "";

    /**
     * Where the hand-over to a machine stood, for somebody who begins to serve it: its epoch goes up by one.
     *
     * @throws RuntimeException when it can't be read or written; the machine must not be served then
     */
    Kept begin(String machine);

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
     * @param epoch 1 for the first
     * @param document as it was saved; empty when it never was
     */
    record Kept(long epoch, Optional<String> document) {}
}
