package org.keyway.profile;

/**
 * The nodes by which a machine is released for one job.
 *
 * @param jobId where the job's id is written before release (String)
 * @param ready the release flag (Boolean): false while anything else is written, true only for a verified job
 * @param accepted where the machine says which job it took (String)
 */
public record Handshake(String jobId, String ready, String accepted) {
    /** Where the machine fetches its jobs: there is nothing to write. */
    public static final Handshake NONE = new Handshake("", "", "");
}
