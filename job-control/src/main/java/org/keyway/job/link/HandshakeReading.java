package org.keyway.job.link;

/**
 * The nodes that release a machine, as one fresh read found them.
 *
 * @param ready the release flag
 * @param jobId the job id that stands beside the flag; empty text when none
 * @param accepted the job that the machine took last; empty text when none
 * @param done the job that the machine did last; empty text when none or not offered
 */
public record HandshakeReading(boolean ready, String jobId, String accepted, String done) {
    /** Whether this job is released or was taken: the machine may machine it or already did. */
    public boolean holds(String job) {
        return (ready && jobId.equals(job)) || accepted.equals(job) || done.equals(job);
    }

    /** Whether the machine took this job. */
    public boolean took(String job) {
        return accepted.equals(job) || done.equals(job);
    }
}
