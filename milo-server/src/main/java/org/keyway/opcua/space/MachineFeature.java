package org.keyway.opcua.space;

import java.time.Instant;
import org.keyway.job.Job;
import org.keyway.job.link.MachineStatus;

/** Something that machines show or offer over OPC UA; bound in a {@code Multibinder}. Each adds its nodes to each machine. */
public interface MachineFeature {
    /** Adds nodes to a machine that has just appeared, or appeared anew because it was changed. */
    Attachment attach(MachineNode machine);

    /** What a feature is on one machine, until the machine goes. Told the news of its machine, in order. */
    interface Attachment {
        /** The machine's job was taken on or reached another state; it is already on record. */
        default void jobChanged(Job job) {}

        /** The machine's own state or its connection changed. */
        default void machineChanged(MachineStatus status) {}

        /** When the machine was last heard of, told once a second. */
        default void heard(Instant at) {}

        /** The machine goes, or is about to appear anew; its nodes are taken away right after. */
        default void detach() {}
    }
}
