package org.keyway.profile;

import java.time.Duration;
import java.util.Optional;

/**
 * A place where one scans, bound to the machines that name it.
 *
 * @param repeatWindow within which a second scan of the same label is the same job
 * @param rework whether a serial number that this machine has finished may be machined again
 * @param sequence the scans that make up one job; empty where the part alone does
 */
public record Station(String id, Name name, Duration repeatWindow, boolean rework, Optional<ScanSequence> sequence) {
    /** The repeat window where a station names none. */
    public static final Duration DEFAULT_REPEAT_WINDOW = Duration.ofSeconds(5);

    /** A station where the part alone is scanned. */
    public Station(String id, Name name, Duration repeatWindow, boolean rework) {
        this(id, name, repeatWindow, rework, Optional.empty());
    }
}
