package org.keyway.identifier.scanner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyway.identifier.Issue;
import org.keyway.identifier.scheme.IssueCode;

/** One walk through a scan, character by character: separators, case, keyboard layout. */
final class CharacterRepair {
    private final ScannerProfile profile;
    private final List<Map.Entry<String, Character>> forms;
    private String written = "";
    private boolean swapped;
    private boolean relaid;
    private int unreadable = -1;

    CharacterRepair(ScannerProfile profile) {
        this.profile = profile;
        this.forms = profile.separators().forms();
    }

    /** The text as it is on the label, as far as {@link #unreadable()} allows. */
    String repair(String content) {
        StringBuilder text = new StringBuilder(content.length());
        for (int at = 0; at < content.length() && unreadable < 0; ) {
            Map.Entry<String, Character> form = Separators.at(content, at, forms);
            if (form == null) {
                text.append(character(content.charAt(at), at));
                at++;
            } else {
                text.append(form.getValue().charValue());
                at += form.getKey().length();
                noteSeparator(form);
            }
        }
        return text.toString();
    }

    private void noteSeparator(Map.Entry<String, Character> form) {
        if (written.isEmpty() && !form.getKey().equals(form.getValue().toString())) {
            written = form.getKey();
        }
    }

    private char character(char c, int at) {
        char cased = profile.caseSwapped() ? otherCase(c) : c;
        swapped |= cased != c;
        int printed = profile.layout().printed(cased);
        if (printed < 0) {
            unreadable = at;
            return c;
        }
        relaid |= printed != cased;
        return (char) printed;
    }

    /** The other case of an ASCII letter; every other character is the layout's business. */
    static char otherCase(char c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter ? (char) (c ^ 0x20) : c;
    }

    /** Where a character stands that cannot be told, or -1. */
    int unreadable() {
        return unreadable;
    }

    /** What was repaired. */
    List<Issue> repairs() {
        List<Issue> repairs = new ArrayList<>(3);
        if (!written.isEmpty()) {
            repairs.add(IssueCode.SEPARATORS_RESTORED.issue(Map.of("written", written)));
        }
        if (swapped) {
            repairs.add(IssueCode.CASE_RESTORED.issue());
        }
        if (relaid) {
            repairs.add(IssueCode.LAYOUT_RESTORED.issue());
        }
        return repairs;
    }
}
