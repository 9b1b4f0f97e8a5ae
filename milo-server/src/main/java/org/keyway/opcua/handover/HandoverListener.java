package org.keyway.opcua.handover;

import org.keyway.job.link.MachineStatus;

/** Told what comes of a hand-over; must not block. */
interface HandoverListener {
    void statusChanged(MachineStatus status);

    void taken(String job);

    void done(String job);
}
