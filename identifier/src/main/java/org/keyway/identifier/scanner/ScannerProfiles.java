package org.keyway.identifier.scanner;

import java.util.Optional;

/** The scanner profiles of the stations, kept where they survive a restart. */
public interface ScannerProfiles {
    /** The profile of a station's scanner, where one was kept. */
    Optional<ScannerProfile> of(String station);

    /** Keeps a profile in place of the one before; durable when this returns. */
    void keep(String station, ScannerProfile profile);

    /** Forgets a station's profile; nothing happens where there is none. */
    void forget(String station);
}
