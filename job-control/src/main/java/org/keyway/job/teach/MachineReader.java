package org.keyway.job.teach;

import java.util.List;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.NodeReading;

/** Reads nodes of machines. */
public interface MachineReader {
    /**
     * Reads nodes of a machine afresh.
     *
     * @param nodes as the machine's profile has them
     */
    Answer read(String machine, List<String> nodes) throws LinkException;

    /** What came of it. */
    sealed interface Answer {
        /** What the nodes answered, in the order asked for. */
        record Read(List<NodeReading> readings) implements Answer {
            public Read {
                readings = List.copyOf(readings);
            }
        }

        /** A delivery of ours is under way: what the nodes hold may be half of it. */
        record Delivering() implements Answer {}

        /** There is no way to the machine: its delivery method is not there. */
        record Absent() implements Answer {}
    }
}
