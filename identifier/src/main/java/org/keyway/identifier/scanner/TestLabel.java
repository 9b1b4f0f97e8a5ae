package org.keyway.identifier.scanner;

import org.keyway.identifier.scheme.LabelText;

/**
 * The label by which a scanner is calibrated, printed as a plain Data Matrix.
 *
 * <p>It holds every printable ASCII character and GS, RS and EOT, most of them twice: whatever is done to one place must be
 * done to the other, which is how prefix, suffix and substitutions of unknown length are told apart. Punctuation is
 * followed once by digits, which no dead key composes with, and once by an {@code o}, which every dead key composes with.
 */
public final class TestLabel {
    /** What a scanner that sends symbology identifiers puts before it: Data Matrix ECC 200 (ISO/IEC 15424). */
    public static final String SYMBOLOGY = "]d1";

    /** Punctuation that is typed by a dead key in one layout or another. */
    static final String COMPOSABLE = "'\"`~^=+[{]}";

    /** A vowel that every dead key composes with and that common keyboard layouts leave in its place. */
    static final char VOWEL = 'o';

    /** The whole text, control characters included. */
    public static final String TEXT = text();

    private TestLabel() {}

    private static String text() {
        StringBuilder text = new StringBuilder("KEYWAY")
                .append(LabelText.GS)
                .append("abcdefghijklmnopqrstuvwxyz")
                .append(LabelText.RS)
                .append("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                .append(LabelText.EOT);
        String punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ ";
        for (int i = 0; i < punctuation.length(); i++) {
            text.append(punctuation.charAt(i)).append((char) ('0' + i * 7 % 10));
        }
        text.append(LabelText.GS);
        for (int i = 0; i < COMPOSABLE.length(); i++) {
            text.append(COMPOSABLE.charAt(i)).append(VOWEL);
        }
        return text.append(LabelText.EOT)
                .append("9876543210")
                .append(LabelText.RS)
                .append("Key way")
                .append(LabelText.GS)
                .append("KEYWAY")
                .toString();
    }
}
