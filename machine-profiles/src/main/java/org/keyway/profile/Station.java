package org.keyway.profile;

import java.time.Duration;

/**
 * A place where one scans, bound to the machines that name it.
 *
 * @param repeatWindow within which a second scan of the same label is the same job
 * @param rework whether a serial number that this machine has finished may be machined again
 */
public record Station(String id, Name name, Duration repeatWindow, boolean rework) {
    /** The repeat window where a station names none. */
    public static final Duration DEFAULT_REPEAT_WINDOW = Duration.ofSeconds(5);
}
