package org.keyway.opcua.handover;

/** Keeps the hand-overs over crashes and the loss of power. */
interface HandoverStore {
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
     * @throws RuntimeException when it can't be written, or somebody else has begun to serve the machine since: nothing of
     *     the state may be published
     */
    void save(String machine, long epoch, HandoverState state);

    /**
     * What was kept.
     *
     * @param epoch 1 for the first
     */
    record Kept(long epoch, HandoverState state) {}
}
