package org.keyway.identifier.scanner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.Issue;
import org.keyway.identifier.scheme.IssueCode;

/**
 * What the test label tells of letters, digits and punctuation.
 *
 * @param lost what makes the keyboard useless, where something does
 */
record Keyboard(boolean caseSwapped, KeyboardLayout layout, Optional<Issue> lost, List<Issue> findings) {
    private static final char FIRST = ' ';
    private static final char LAST = '~';
    private static final int LETTERS = 52;
    private static final int FEWEST_KINDS = 20;

    static Keyboard of(Alignment alignment) {
        return new Reader(alignment).keyboard();
    }

    /** One look at an alignment. */
    private static final class Reader {
        private final Alignment alignment;
        private final boolean swapped;
        private final StringBuilder received = new StringBuilder();
        private final StringBuilder printed = new StringBuilder();
        private final StringBuilder unreadable = new StringBuilder();
        private final StringBuilder collapsed = new StringBuilder();

        Reader(Alignment alignment) {
            this.alignment = alignment;
            this.swapped = swapped();
        }

        private boolean swapped() {
            int turned = 0;
            for (char c = FIRST; c <= LAST; c++) {
                char image = alignment.image(c);
                boolean letters = letter(c) && letter(image);
                turned += letters && Character.isUpperCase(c) != Character.isUpperCase(image) ? 1 : 0;
            }
            return turned > LETTERS / 2;
        }

        Keyboard keyboard() {
            for (char c = FIRST; c <= LAST; c++) {
                read(c);
            }
            Issue lost = lost();
            if (lost != null) {
                return new Keyboard(false, KeyboardLayout.SAME, Optional.of(lost), List.of());
            }
            return new Keyboard(
                    swapped,
                    new KeyboardLayout(received.toString(), printed.toString(), unreadable.toString()),
                    Optional.empty(),
                    findings());
        }

        private void read(char c) {
            char image = arrived(c);
            if (alignment.dead(c) || sharesImage(c)) {
                collapsed.append(c);
                if (unreadable.indexOf(String.valueOf(image)) < 0) {
                    unreadable.append(image);
                }
            } else if (image != c) {
                received.append(image);
                printed.append(c);
            }
        }

        private char arrived(char c) {
            char image = alignment.image(c);
            return swapped ? CharacterRepair.otherCase(image) : image;
        }

        private boolean sharesImage(char c) {
            for (char other = FIRST; other <= LAST; other++) {
                if (other != c && alignment.image(other) == alignment.image(c)) {
                    return true;
                }
            }
            return false;
        }

        private @Nullable Issue lost() {
            long kinds = TestLabel.TEXT
                    .chars()
                    .filter(c -> !Alignment.control((char) c))
                    .map(c -> alignment.image((char) c))
                    .distinct()
                    .count();
            if (kinds < FEWEST_KINDS) {
                return IssueCode.NOT_THE_TEST_LABEL.issue();
            }
            if (alignment.image('a') == alignment.image('A') && alignment.image('x') == alignment.image('X')) {
                return IssueCode.CASE_LOST.issue();
            }
            if (digitsExchanged()) {
                return IssueCode.DIGITS_EXCHANGED.issue();
            }
            boolean needed = collapsed.chars().anyMatch(c -> Character.isLetterOrDigit(c));
            return needed ? IssueCode.CHARACTERS_COLLAPSED.issue(Map.of("characters", spaced(collapsed))) : null;
        }

        private boolean digitsExchanged() {
            for (int i = 0; i < received.length(); i++) {
                if (KeyboardLayout.digit(received.charAt(i)) && KeyboardLayout.digit(printed.charAt(i))) {
                    return true;
                }
            }
            return false;
        }

        private List<Issue> findings() {
            List<Issue> findings = new ArrayList<>();
            if (!collapsed.isEmpty()) {
                findings.add(IssueCode.PUNCTUATION_UNREADABLE.issue(Map.of("characters", spaced(collapsed))));
            }
            if (swapped) {
                findings.add(IssueCode.CASE_FOUND_SWAPPED.issue());
            }
            if (!received.isEmpty()) {
                findings.add(IssueCode.LAYOUT_FOUND_FOREIGN.issue(Map.of("pairs", pairs())));
            }
            return findings;
        }

        private String pairs() {
            StringBuilder pairs = new StringBuilder();
            for (int i = 0; i < received.length(); i++) {
                pairs.append(i == 0 ? "" : " ")
                        .append(printed.charAt(i))
                        .append('→')
                        .append(received.charAt(i));
            }
            return pairs.toString();
        }

        private static String spaced(CharSequence characters) {
            return String.join(" ", characters.toString().split("", -1)).strip();
        }

        private static boolean letter(char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
    }
}
