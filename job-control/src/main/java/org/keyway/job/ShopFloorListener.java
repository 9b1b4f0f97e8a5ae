package org.keyway.job;

import org.keyway.job.link.MachineStatus;
import org.keyway.job.reader.ReaderStatus;

/** Told of everything that changes on the shop floor, in order for each machine; must not block. */
public interface ShopFloorListener {
    /** A job was taken on or reached another state; it is already on record. */
    void jobChanged(Job job);

    /** A machine's own state or its connection changed. */
    void machineChanged(String machine, MachineStatus status);

    /** Codes come from a reader now, or no longer do. */
    default void readerChanged(ReaderStatus status) {}
}
