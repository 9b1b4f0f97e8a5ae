package org.keyway.job;

import java.util.Optional;
import org.keyway.identifier.Scan;

/**
 * A scan at a station.
 *
 * @param operation when given, only machines of this operation are considered
 * @param requestId when given, a second request with the same id answers the same job
 */
public record ScanRequest(String station, Scan scan, Optional<String> operation, Optional<String> requestId) {
    /** No label on a part is longer, whatever its standard allows: such a scan is refused unread. In UTF-16 characters. */
    public static final int LONGEST_DATA = 4096;
}
