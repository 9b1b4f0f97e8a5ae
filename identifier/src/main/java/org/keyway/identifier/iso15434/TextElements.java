package org.keyway.identifier.iso15434;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyway.identifier.Element;
import org.keyway.identifier.Issue;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;

/**
 * Text elements (ISO/IEC 15434 format 12, and DD of MIL-STD-130; ATA Spec 2000 chapter 9): three characters, a blank and a
 * value, parted by GS.
 */
final class TextElements {
    private static final int ID_LENGTH = 3;
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("CAG", "CAGE CODE"),
            Map.entry("MFR", "MANUFACTURER CAGE CODE"),
            Map.entry("SPL", "SUPPLIER CAGE CODE"),
            Map.entry("DUN", "DUNS NUMBER"),
            Map.entry("EUC", "ENTERPRISE WITH AGENCY"),
            Map.entry("SER", "SERIAL NUMBER WITHIN ENTERPRISE"),
            Map.entry("UCN", "UNIQUE COMPONENT NUMBER"),
            Map.entry("SEQ", "SERIAL NUMBER WITHIN PART"),
            Map.entry("PNO", "ORIGINAL PART NUMBER"),
            Map.entry("PNR", "CURRENT PART NUMBER"),
            Map.entry("LOT", "LOT NUMBER"),
            Map.entry("LTN", "LOT NUMBER"),
            Map.entry("USN", "UNIVERSAL SERIAL NUMBER"),
            Map.entry("UST", "UNIVERSAL SERIAL TRACKING NUMBER"));

    // What names the item may not stand there twice with different values.
    private static final Set<String> NAMING =
            Set.of("CAG", "MFR", "SPL", "DUN", "EUC", "SER", "UCN", "SEQ", "PNO", "PNR", "USN", "UST");

    private TextElements() {}

    /** Reads the elements of one envelope and adds what is wrong with them. */
    static void read(String content, List<Element> found, List<Issue> issues) {
        int at = 0;
        boolean empty = false;
        while (at <= content.length()) {
            if (found.size() == LabelText.MOST_ELEMENTS) {
                issues.add(IssueCode.TOO_MANY_ELEMENTS.issue(Map.of("limit", LabelText.MOST_ELEMENTS)));
                return;
            }
            int separator = content.indexOf(LabelText.GS, at);
            int end = separator < 0 ? content.length() : separator;
            if (end == at && !empty) {
                // Said once: a message can be of nothing but separators.
                issues.add(IssueCode.EMPTY_FIELD.issue());
                empty = true;
            }
            if (end > at && !element(content.substring(at, end), found, issues)) {
                return;
            }
            at = end + 1;
        }
    }

    private static boolean element(String text, List<Element> found, List<Issue> issues) {
        if (!wellFormed(text)) {
            issues.add(IssueCode.TEXT_ELEMENT_MALFORMED.issue(Map.of("found", text)));
            return false;
        }
        String id = text.substring(0, ID_LENGTH);
        String value = text.substring(ID_LENGTH + 1);
        if (NAMING.contains(id)
                && found.stream().anyMatch(e -> e.id().equals(id) && !e.value().equals(value))) {
            issues.add(IssueCode.REPEATED.issue(id, Map.of()));
        }
        found.add(new Element(id, TITLES.getOrDefault(id, ""), value));
        return true;
    }

    private static boolean wellFormed(String text) {
        if (text.length() < ID_LENGTH + 2 || text.charAt(ID_LENGTH) != ' ') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean name = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (i < ID_LENGTH ? !name : c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
