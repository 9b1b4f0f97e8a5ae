package org.keyway.identifier.scanner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyway.identifier.Identification;
import org.keyway.identifier.Identification.Ambiguous;
import org.keyway.identifier.Identification.Identified;
import org.keyway.identifier.Identification.Rejected;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Issue.Severity;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Scan;
import org.keyway.identifier.ScanParser;
import org.keyway.identifier.scanner.Restoration.Refused;
import org.keyway.identifier.scanner.Restoration.Restored;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;

/** Reads a scan through a scanner's profile: what the scanner did is undone first and told with the reading. */
public final class ProfiledReading {
    private static final String ELEMENT_STRING = "gs1-element-string";

    private static final String ENVELOPE = "iso15434";

    /** In the printed form with brackets no separator is needed. */
    private static final String PRINTED_FORM = "(";

    private ProfiledReading() {}

    /**
     * What the parser makes of the scan once it is as the label holds it.
     *
     * @return the reading with the data as they were scanned and a warning for each repair; a refusal when the scan cannot
     *     be restored for certain, when nothing in a scan shows that the profile still holds, or when fields may have run together because this scanner drops separators
     */
    public static Identification parse(ScanParser parser, Scan scan, ScannerProfile profile) {
        if (scan.data().length() > Scan.MOST_DATA) {
            return parser.parse(scan);
        }
        if (!profile.witnessed()) {
            return Rejected.unread(scan, scan.symbology(), List.of(IssueCode.WITNESS_MISSING.issue()));
        }
        Restoration restoration = Restoration.of(scan, profile);
        if (restoration instanceof Refused refused) {
            return Rejected.unread(scan, scan.symbology(), List.of(refused.issue()));
        }
        Restored restored = (Restored) restoration;
        Identification read = parser.parse(restored.scan());
        if (read instanceof Ambiguous ambiguous) {
            return decided(ambiguous.readings().stream()
                    .map(reading -> told(reading, scan, restored, profile))
                    .toList());
        }
        if (read instanceof Identified identified) {
            return told(identified.reading(), identified.alternatives(), scan, restored, profile);
        }
        Rejected rejected = (Rejected) read;
        return told(rejected.reading(), rejected.alternatives(), scan, restored, profile);
    }

    private static Identification told(
            Reading reading, List<Reading> alternatives, Scan scan, Restored restored, ScannerProfile profile) {
        Reading told = told(reading, scan, restored, profile);
        List<Reading> beside = alternatives.stream()
                .map(alternative -> told(alternative, scan, restored, profile))
                .filter(alternative -> alternative.product().isPresent())
                .toList();
        return told.product().isPresent() ? new Identified(told, beside) : new Rejected(told, beside);
    }

    /** A reading that this scanner may have spoiled makes the others no more certain. */
    private static Identification decided(List<Reading> readings) {
        return readings.stream()
                .filter(reading -> reading.product().isEmpty())
                .findFirst()
                .<Identification>map(Rejected::new)
                .orElseGet(() -> new Ambiguous(readings));
    }

    private static Reading told(Reading reading, Scan scan, Restored restored, ScannerProfile profile) {
        List<Issue> issues = new ArrayList<>(reading.issues());
        issues.addAll(restored.repairs());
        boolean runTogether = runTogether(reading, restored, profile);
        if (runTogether) {
            issues.add(IssueCode.SEPARATORS_LOST.issue());
        }
        issues.sort((a, b) -> a.severity().compareTo(b.severity()));
        boolean clean = issues.stream().noneMatch(issue -> issue.severity() == Severity.ERROR);
        return new Reading(
                scan.data(),
                reading.symbology(),
                reading.scheme(),
                reading.conformant() && !runTogether,
                reading.elements(),
                clean ? reading.product() : Optional.empty(),
                reading.serial(),
                reading.lot(),
                reading.attributes(),
                issues);
    }

    /**
     * A value of variable length swallows what follows it when this scanner drops the separator behind it; and without
     * separators nothing but the check digit of its first element tells an element string from a plain code.
     */
    private static boolean runTogether(Reading reading, Restored restored, ScannerProfile profile) {
        String text = restored.scan().data();
        if (reading.scheme().equals(ENVELOPE) && profile.separators().leavesTraces()) {
            return true;
        }
        if (profile.separators().keepsGroups() || text.indexOf(LabelText.GS) >= 0 || text.startsWith(PRINTED_FORM)) {
            return false;
        }
        return reading.scheme().equals(ELEMENT_STRING)
                ? reading.elements().stream().anyMatch(element -> !predefinedLength(element.id()))
                : reading.symbology().isEmpty() && ElementStringStart.stands(text);
    }

    /** Application identifiers of predefined length (GS1 General Specifications 7.8.5): no separator stands behind them. */
    private static boolean predefinedLength(String id) {
        int firstTwo = Integer.parseInt(id.substring(0, 2));
        return firstTwo <= 4
                || (firstTwo >= 11 && firstTwo <= 20)
                || (firstTwo >= 31 && firstTwo <= 36)
                || firstTwo == 41;
    }
}
