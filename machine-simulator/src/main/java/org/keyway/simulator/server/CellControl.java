package org.keyway.simulator.server;

import java.time.Duration;

/** What a fault can do to the whole cell. */
interface CellControl {
    /** Cuts every connection, and returns when they are cut. */
    void cutConnections();

    /** Starts the server anew with other namespace indexes, soon. */
    void restartShifted();

    /** Runs something later. */
    void later(Duration delay, Runnable work);
}
