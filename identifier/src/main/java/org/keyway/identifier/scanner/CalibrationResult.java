package org.keyway.identifier.scanner;

import java.util.List;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Issue.Severity;

/** What a scan of the test label told about the scanner. */
public sealed interface CalibrationResult {
    /** What was found, errors first: each with advice in both languages. */
    List<Issue> findings();

    /** Whether a scan told the same of the scanner as the profile that was kept: the proof that the profile holds. */
    default boolean proves(ScannerProfile kept) {
        return this instanceof Calibrated calibrated && calibrated.profile().equals(kept);
    }

    /**
     * The scanner is known.
     *
     * @param findings an error among them names what is lost for good: labels that need it will be refused, never guessed
     */
    record Calibrated(ScannerProfile profile, List<Issue> findings) implements CalibrationResult {
        public Calibrated {
            findings = List.copyOf(findings);
        }

        /** Whether nothing that labels need is lost. */
        public boolean lossless() {
            return findings.stream().noneMatch(issue -> issue.severity() == Severity.ERROR);
        }
    }

    /** No profile can undo what this scanner does; the findings say why and what to do. */
    record BeyondRepair(List<Issue> findings) implements CalibrationResult {
        public BeyondRepair {
            findings = List.copyOf(findings);
        }
    }
}
