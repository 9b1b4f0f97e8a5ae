package org.keyway.job.link;

import java.util.List;

/**
 * A delivery bound to one session with its machine: every node found, writable, and every value converted. The caller
 * decides the order of the steps; each step is one call with its own deadline, and no step is repeated by the link.
 */
public interface PreparedDelivery {
    /** What will be written, in the order of the setpoints. */
    List<DeviceValue> values();

    /** Reads handshake, interlocks and all values afresh, in one request where the device allows it (D2, D3, D6, D7). */
    Observation observe() throws LinkException;

    /**
     * Whether the machine shows what it holds. One that doesn't is observed by what it was given: that can still differ from
     * what is wanted, but nothing of it counts as read back.
     */
    default boolean showsWhatItHolds() {
        return true;
    }

    /** Writes the release flag false, in a call of its own (D4). */
    void invalidate() throws LinkException;

    /** Writes the job id and all values, value only, in batches (D5). Any bad answer for a node is an exception. */
    void stage() throws LinkException;

    /** Writes the release flag true, in a call of its own (D8). */
    void release() throws LinkException;

    /** Reads the handshake afresh. */
    HandshakeReading handshake() throws LinkException;
}
