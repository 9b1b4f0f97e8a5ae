package org.keyway.job.link;

/** Told by a link what it sees on its machine; calls come in order, one at a time, and must not block. */
public interface LinkListener {
    /** The machine's state or the connection changed. */
    void statusChanged(MachineStatus status);

    /** The machine took this job (its accepted-job node changed). */
    void jobAccepted(String jobId);

    /** The machine reported this job done (its completion node changed). */
    void jobDone(String jobId);
}
