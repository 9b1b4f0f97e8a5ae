package org.keyway.identifier.scanner;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.keyway.identifier.scheme.LabelText;

/**
 * How a scan of the test label lies on its text: where the label begins and ends in it, what arrived for each character and
 * each separator. The same must have arrived wherever the same stands on the label; a search over the few lengths that
 * prefix and separators can have, cut short by that, finds the one way to lie.
 */
final class Alignment {
    private static final int ASCII = 128;

    private final String label;
    private final String scan;
    private final int prefix;
    private final int[] images = new int[ASCII];
    private final String[] forms = new String[ASCII];
    private final BitSet dead = new BitSet(ASCII);
    private int end;

    private Alignment(String label, String scan, int prefix) {
        this.label = label;
        this.scan = scan;
        this.prefix = prefix;
        Arrays.fill(images, -1);
        Arrays.fill(forms, "");
    }

    /** What a search came to: the alignment, or how far on the label the scan went before it ended. */
    record Search(Optional<Alignment> found, int reached) {}

    /** Searches for the label in a scan of at most {@link Calibration#LONGEST_SCAN} characters. */
    static Search search(String label, String scan) {
        int[] reached = new int[1];
        for (int prefix = 0; prefix <= ScannerProfile.LONGEST_AFFIX && prefix < scan.length(); prefix++) {
            Alignment alignment = new Alignment(label, scan, prefix);
            if (alignment.walk(0, prefix, new BitSet(ASCII), reached)
                    && scan.length() - alignment.end <= ScannerProfile.LONGEST_AFFIX) {
                return new Search(Optional.of(alignment), label.length());
            }
        }
        return new Search(Optional.empty(), reached[0]);
    }

    private boolean walk(int from, int at, BitSet known, int[] reached) {
        int i = from;
        int j = at;
        while (i < label.length()) {
            char c = label.charAt(i);
            if (control(c) && !known.get(c)) {
                return separator(i, j, known, reached);
            }
            if (j >= scan.length() && !(control(c) && forms[c].isEmpty())) {
                reached[0] = Math.max(reached[0], i);
                return false;
            }
            if (composed(i, j)) {
                dead.set(c);
                i += 2;
                j++;
                continue;
            }
            int step = control(c) ? form(c, j) : character(c, j);
            if (step < 0) {
                return false;
            }
            i++;
            j += step;
        }
        end = j;
        return true;
    }

    /** Tries every length that a separator's text can have, the true one first. */
    private boolean separator(int i, int j, BitSet known, int[] reached) {
        char c = label.charAt(i);
        int[] before = images.clone();
        for (int n = 0; n <= Separators.LONGEST_FORM; n++) {
            int length = n == 0 ? 1 : n == 1 ? 0 : n;
            if (j + length > scan.length()) {
                continue;
            }
            forms[c] = scan.substring(j, j + length);
            BitSet then = (BitSet) known.clone();
            then.set(c);
            if (walk(i + 1, j + length, then, reached)) {
                return true;
            }
            System.arraycopy(before, 0, images, 0, ASCII);
            dead.clear();
        }
        return false;
    }

    private int form(char c, int j) {
        return scan.startsWith(forms[c], j) ? forms[c].length() : -1;
    }

    private int character(char c, int j) {
        char arrived = scan.charAt(j);
        if (images[c] < 0) {
            images[c] = arrived;
        }
        return images[c] == arrived ? 1 : -1;
    }

    /** Whether a dead key swallowed the vowel behind it: one letter with an accent arrived for two characters. */
    private boolean composed(int i, int j) {
        if (TestLabel.COMPOSABLE.indexOf(label.charAt(i)) < 0
                || i + 1 == label.length()
                || label.charAt(i + 1) != TestLabel.VOWEL
                || scan.charAt(j) == images[label.charAt(i)]) {
            return false;
        }
        String parts = Normalizer.normalize(scan.substring(j, j + 1), Normalizer.Form.NFD);
        return parts.length() == 2 && parts.charAt(0) == images[TestLabel.VOWEL];
    }

    static boolean control(char c) {
        return c == LabelText.GS || c == LabelText.RS || c == LabelText.EOT;
    }

    String prefix() {
        return scan.substring(0, prefix);
    }

    String suffix() {
        return scan.substring(end);
    }

    /** What arrives for a printable character. */
    char image(char c) {
        return (char) images[c];
    }

    /** What arrives for a separator; empty when nothing does. */
    String form(char c) {
        return forms[c];
    }

    /** Whether a character is typed by a dead key, so that it changes with what follows it. */
    boolean dead(char c) {
        return dead.get(c);
    }
}
