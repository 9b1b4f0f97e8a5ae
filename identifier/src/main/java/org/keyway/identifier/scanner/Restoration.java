package org.keyway.identifier.scanner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Scan;
import org.keyway.identifier.reading.FullWidth;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.Symbology;

/** A scan as the label holds it, and what had to be repaired for that; or why it cannot be restored. */
sealed interface Restoration {
    /** The scan with the scanner's doing undone. */
    record Restored(Scan scan, List<Issue> repairs) implements Restoration {}

    /** The scan is not what this scanner sends, or holds what nobody can tell. */
    record Refused(Issue issue) implements Restoration {}

    /** Undoes what the profile says; in time linear in the scan. */
    static Restoration of(Scan scan, ScannerProfile profile) {
        String data = withoutLineEnd(scan.data());
        boolean framed =
                data.length() >= profile.prefix().length() + profile.suffix().length()
                        && data.startsWith(profile.prefix())
                        && data.endsWith(profile.suffix());
        if (!framed) {
            return new Refused(IssueCode.SCANNER_CHANGED.issue());
        }
        String content = data.substring(
                profile.prefix().length(), data.length() - profile.suffix().length());
        List<Issue> repairs = new ArrayList<>(4);
        if (!profile.prefix().isEmpty() || !profile.suffix().isEmpty()) {
            repairs.add(IssueCode.AFFIXES_REMOVED.issue(Map.of("affixes", profile.prefix() + " " + profile.suffix())));
        }
        return restored(scan, normalWidth(content, profile, repairs), profile, repairs);
    }

    private static Restoration restored(Scan scan, String content, ScannerProfile profile, List<Issue> repairs) {
        CharacterRepair repair = new CharacterRepair(profile);
        String text = repair.repair(content);
        if (repair.unreadable() >= 0) {
            return new Refused(IssueCode.KEYBOARD_UNREADABLE.issue(
                    Map.of("character", String.valueOf(content.charAt(repair.unreadable())))));
        }
        // One that is told beside the data did not pass the keyboard, and says nothing of its layout.
        boolean told = scan.symbology().isPresent()
                && !profile.caseSwapped()
                && profile.layout().same();
        if (profile.symbologySent() && !told && !announced(text)) {
            return new Refused(IssueCode.SCANNER_CHANGED.issue());
        }
        repairs.addAll(repair.repairs());
        return new Restored(new Scan(text, scan.symbology(), scan.station()), repairs);
    }

    /** An identifier in the other case counts too: what it means is told by the reading. */
    private static boolean announced(String text) {
        return Symbology.at(text).isPresent() || Symbology.caseSwapped(text);
    }

    /** Full-width forms folded, unless other foreign characters show that the label is meant so. */
    private static String normalWidth(String content, ScannerProfile profile, List<Issue> repairs) {
        StringBuilder folded = new StringBuilder(content.length());
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            int normal = explained(c, profile) ? c : FullWidth.normal(c);
            if (normal < 0) {
                return content;
            }
            folded.append((char) normal);
        }
        String result = folded.toString();
        if (!result.equals(content)) {
            repairs.add(IssueCode.FULL_WIDTH_FOLDED.issue());
        }
        return result;
    }

    /** What the keyboard layout makes, or what stands for a separator (private use, U+F70B), is no content. */
    private static boolean explained(char c, ScannerProfile profile) {
        return (c >= '\uE000' && c <= '\uF8FF')
                || profile.layout().received().indexOf(c) >= 0
                || profile.layout().unreadable().indexOf(c) >= 0;
    }

    static String withoutLineEnd(String data) {
        int end = data.length();
        while (end > 0 && (data.charAt(end - 1) == '\r' || data.charAt(end - 1) == '\n')) {
            end--;
        }
        return data.substring(0, end);
    }
}
