package org.keyway.job;

import org.keyway.job.link.MachineStatus;

/** Told of everything that changes on the shop floor, in order for each machine; must not block. */
public interface ShopFloorListener {
    /** A job was taken on or reached another state; it is already on record. */
    void jobChanged(Job job);

    /** A machine's own state or its connection changed. */
    void machineChanged(String machine, MachineStatus status);
}
