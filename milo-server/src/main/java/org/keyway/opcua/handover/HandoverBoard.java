package org.keyway.opcua.handover;

import java.util.Optional;

/** Where our side of a hand-over is shown to the PLC. Each call shows all of it at once. */
interface HandoverBoard {
    /** Shows what follows from a state that is on the disk. */
    void show(GatewayBlock block, long epoch);

    /** Shows that we are there, and how long the offer is still good for. */
    void beat(long heartbeat, long ttlMillis);

    /**
     * Tells whoever listens to events that something needs a look.
     *
     * @param before the state in which it happened
     * @param heard what the PLC said last
     */
    void alarm(HandoverCode code, HandoverState before, Optional<PlcReport> heard);

    /** Tells whoever listens to events of something to look at that began, or is no longer so. */
    void concern(HandoverWatch.Concern concern, HandoverState state, boolean begins);
}
