package org.keyway.job;

/** Takes scans on and carries them to machines: one job at a time for each machine, machines in parallel. */
public interface JobControl {
    /**
     * Takes a scan on. Whatever it holds, it becomes a job on record, refused ones too.
     *
     * @throws UnknownStationException when the station doesn't exist; nothing is recorded then
     */
    Submission submit(ScanRequest request);

    /** Thrown for a station that the workshop doesn't have. */
    final class UnknownStationException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnknownStationException(String station) {
            super("no station " + station);
        }
    }
}
