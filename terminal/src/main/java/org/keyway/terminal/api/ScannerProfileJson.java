package org.keyway.terminal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.scanner.CalibrationResult;
import org.keyway.identifier.scanner.CalibrationResult.Calibrated;
import org.keyway.identifier.scanner.ScannerProfile;

/**
 * The scanner profile of a station.
 *
 * @param kept whether one was kept; the profile is that of an unknown scanner otherwise
 */
public record ScannerProfileJson(String station, boolean kept, ScannerProfile profile) {
    /**
     * What a scan of the test label told.
     *
     * @param profile to be kept for the station, where there is one
     * @param lossless whether nothing that labels need is lost
     * @param proved whether the scan told the same of the scanner as the profile that is kept for the station
     */
    public record CalibrationJson(
            @Nullable ScannerProfile profile, boolean lossless, boolean proved, List<ReadingJson.IssueJson> findings) {
        static CalibrationJson of(CalibrationResult result, boolean proved) {
            var findings =
                    result.findings().stream().map(ReadingJson.IssueJson::of).toList();
            return result instanceof Calibrated calibrated
                    ? new CalibrationJson(calibrated.profile(), calibrated.lossless(), proved, findings)
                    : new CalibrationJson(null, false, proved, findings);
        }
    }
}
