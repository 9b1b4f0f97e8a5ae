package org.keyway.identifier;

import org.keyway.identifier.scanner.ProfiledReading;
import org.keyway.identifier.scanner.ScannerProfile;

/** Reads a scan by every scheme known. Pure and total: any input gets a result, in time linear in its length. */
public interface ScanParser {
    /** The identification of the scan; never throws, whatever the data. */
    Identification parse(Scan scan);

    /** The identification of a scan by a scanner with this profile; each repair is a warning of the reading. */
    default Identification parse(Scan scan, ScannerProfile profile) {
        return profile.undoesNothing() ? parse(scan) : ProfiledReading.parse(this, scan, profile);
    }
}
