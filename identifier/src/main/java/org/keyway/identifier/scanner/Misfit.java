package org.keyway.identifier.scanner;

import java.util.Map;
import org.keyway.identifier.Issue;
import org.keyway.identifier.scheme.IssueCode;

/** Why a scan does not lie on the test label: letters or other characters missing, the end missing, another label. */
final class Misfit {
    /** As far as the small letters and into the capitals: beyond that no other label goes by chance. */
    private static final int SURELY_THE_LABEL = 40;

    /** So many different characters of ASCII no other label has. */
    private static final int MANY_KINDS = 45;

    private static final int ALPHABET = 26;
    private static final int DIGITS = 10;

    private Misfit() {}

    /** The finding for a scan that went so far on the label before it ended. */
    static Issue of(String scan, int reached) {
        int letters = kinds(scan, 'a', 'z');
        int digits = kinds(scan, '0', '9');
        boolean catching = scan.chars().anyMatch(Character::isIdeographic);
        if (catching || (digits == DIGITS && letters < ALPHABET - 1)) {
            return IssueCode.LETTERS_DROPPED.issue();
        }
        if (reached >= SURELY_THE_LABEL) {
            return IssueCode.TEST_LABEL_TRUNCATED.issue(Map.of("length", reached, "expected", TestLabel.TEXT.length()));
        }
        String missing = missing(scan);
        boolean label = kinds(scan, ' ', '~') >= MANY_KINDS;
        return label
                ? IssueCode.CHARACTERS_DROPPED.issue(Map.of("characters", missing.isEmpty() ? "?" : missing))
                : IssueCode.NOT_THE_TEST_LABEL.issue();
    }

    /** How many of a range of characters occur in a scan; letters in either case. */
    private static int kinds(String scan, char first, char last) {
        int kinds = 0;
        for (char c = first; c <= last; c++) {
            if (scan.indexOf(c) >= 0 || scan.indexOf(CharacterRepair.otherCase(c)) >= 0) {
                kinds++;
            }
        }
        return kinds;
    }

    private static String missing(String scan) {
        StringBuilder missing = new StringBuilder();
        for (char c = '!'; c <= '~'; c++) {
            if (scan.indexOf(c) < 0) {
                missing.append(missing.isEmpty() ? "" : " ").append(c);
            }
        }
        return missing.toString();
    }
}
