package org.keyway.identifier.scanner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Scan;
import org.keyway.identifier.reading.FullWidth;
import org.keyway.identifier.scanner.CalibrationResult.BeyondRepair;
import org.keyway.identifier.scanner.CalibrationResult.Calibrated;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Symbology;

/**
 * From one scan of the {@link TestLabel} to the profile of the scanner, or to what is lost and what to do about it. Answers
 * in bounded time, whatever the scan.
 */
public final class Calibration {
    /** No scan of the test label is longer, with every substitution that is looked for; in characters. */
    public static final int LONGEST_SCAN = 512;

    private final Scan scan;
    private final String data;
    private final List<Issue> findings = new ArrayList<>();

    private Calibration(Scan scan) {
        this.scan = scan;
        this.data = normalWidth(Restoration.withoutLineEnd(scan.data()));
    }

    /** What the scan tells about the scanner. */
    public static CalibrationResult of(Scan scan) {
        if (scan.data().length() > LONGEST_SCAN) {
            return new BeyondRepair(List.of(IssueCode.NOT_THE_TEST_LABEL.issue()));
        }
        return new Calibration(scan).result();
    }

    private CalibrationResult result() {
        Alignment.Search announced = Alignment.search(TestLabel.SYMBOLOGY + TestLabel.TEXT, data);
        Alignment.Search search = announced.found().isPresent() ? announced : Alignment.search(TestLabel.TEXT, data);
        return search.found()
                .map(alignment -> result(alignment, announced.found().isPresent()))
                .orElseGet(() ->
                        new BeyondRepair(List.of(Misfit.of(data, Math.max(announced.reached(), search.reached())))));
    }

    private CalibrationResult result(Alignment alignment, boolean announced) {
        Keyboard keyboard = Keyboard.of(alignment);
        if (keyboard.lost().isPresent()) {
            return new BeyondRepair(List.of(keyboard.lost().get()));
        }
        if (!announced && announcesBeforePrefix(alignment, keyboard)) {
            return new BeyondRepair(List.of(IssueCode.IDENTIFIER_BEFORE_PREFIX.issue()));
        }
        ScannerProfile profile = new ScannerProfile(
                alignment.prefix(),
                alignment.suffix(),
                keyboard.caseSwapped(),
                keyboard.layout(),
                separators(alignment),
                announced);
        if (!profile.witnessed()) {
            return new BeyondRepair(List.of(IssueCode.WITNESS_MISSING.issue()));
        }
        findings.addAll(keyboard.findings());
        if (!announced && scan.symbology().isEmpty()) {
            findings.add(IssueCode.IDENTIFIER_NOT_SENT.issue());
        }
        findings.sort((a, b) -> a.severity().compareTo(b.severity()));
        return new Calibrated(profile, findings);
    }

    private static boolean announcesBeforePrefix(Alignment alignment, Keyboard keyboard) {
        StringBuilder printed = new StringBuilder();
        String prefix = alignment.prefix();
        for (int i = 0; i < prefix.length(); i++) {
            char c = prefix.charAt(i);
            int known = keyboard.layout().printed(keyboard.caseSwapped() ? CharacterRepair.otherCase(c) : c);
            printed.append(known < 0 ? c : (char) known);
        }
        return Symbology.at(printed.toString()).isPresent();
    }

    private Separators separators(Alignment alignment) {
        String gs = alignment.form(LabelText.GS);
        String rs = alignment.form(LabelText.RS);
        String eot = alignment.form(LabelText.EOT);
        if (gs.isEmpty()) {
            findings.add(IssueCode.GROUPS_DROPPED.issue());
        } else if (!Separators.certain(gs)) {
            findings.add(IssueCode.GROUPS_LIKE_CONTENT.issue(Map.of("written", gs)));
        }
        // A separator that arrives as another one is as good as lost; the group separator is the one that labels need.
        rs = rs.equals(gs) ? "" : rs;
        eot = eot.equals(gs) || eot.equals(rs) ? "" : eot;
        if (!Separators.certain(rs) || !Separators.certain(eot)) {
            findings.add(IssueCode.RECORDS_DROPPED.issue());
        }
        for (String form : List.of(gs, rs, eot)) {
            if (form.length() == 1 && Separators.certain(form) && arrives(form.charAt(0), alignment)) {
                findings.add(IssueCode.SEPARATOR_SHARED.issue(Map.of("written", form)));
            }
        }
        return new Separators(gs, rs, eot);
    }

    private static boolean arrives(char form, Alignment alignment) {
        for (char c = ' '; c <= '~'; c++) {
            if (alignment.image(c) == form) {
                return true;
            }
        }
        return false;
    }

    private String normalWidth(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int normal = FullWidth.normal(c);
            folded.append(normal < 0 ? c : (char) normal);
        }
        if (!folded.toString().equals(text)) {
            findings.add(IssueCode.WIDTH_FOUND_FULL.issue());
        }
        return folded.toString();
    }
}
