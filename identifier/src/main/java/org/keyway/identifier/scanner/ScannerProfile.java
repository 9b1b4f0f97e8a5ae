package org.keyway.identifier.scanner;

import java.util.stream.IntStream;

/**
 * What the scanner of a station, and the computer that it types into, do to a label.
 *
 * @param prefix what stands in front of every scan, before the symbology identifier; at most {@value #LONGEST_AFFIX} characters
 * @param suffix what stands behind every scan; line ends (CR, LF) at the very end belong to the transport and are no part of it
 * @param caseSwapped whether small letters arrive as capitals and capitals as small letters
 * @param layout what the computer's keyboard layout makes of the scanner's keys
 * @param separators how GS, RS and EOT arrive
 * @param symbologySent whether every scan begins with an AIM symbology identifier (ISO/IEC 15424), so that one without is
 *     not from this scanner as it was set up
 */
public record ScannerProfile(
        String prefix,
        String suffix,
        boolean caseSwapped,
        KeyboardLayout layout,
        Separators separators,
        boolean symbologySent) {
    /** No prefix and no suffix is longer, in characters. */
    public static final int LONGEST_AFFIX = 32;

    /**
     * A scanner of which nothing is known. Only what leaves no doubt is repaired: written-out separators in labels that
     * have separators, full-width forms.
     */
    public static final ScannerProfile DEFAULT =
            new ScannerProfile("", "", false, KeyboardLayout.SAME, Separators.TRUE, false);

    public ScannerProfile {
        if (prefix.length() > LONGEST_AFFIX || suffix.length() > LONGEST_AFFIX) {
            throw new IllegalArgumentException("prefix and suffix have at most " + LONGEST_AFFIX + " characters");
        }
    }

    /**
     * Whether every scan shows that the computer still has the layout and the case of this profile, as far as the profile
     * exchanges letters or digits: were one of them switched back, labels would be read as others. What shows it is the
     * symbology identifier or an affix, where a character in it arrives otherwise then.
     */
    public boolean witnessed() {
        boolean layoutShown = !layout.misreadsUnnoticed() || (symbologySent && layout.moves(']')) || affixMoves();
        boolean caseShown =
                !caseSwapped || symbologySent || affixes().anyMatch(c -> CharacterRepair.otherCase((char) c) != c);
        return layoutShown && caseShown;
    }

    private boolean affixMoves() {
        return affixes().anyMatch(c -> {
            char cased = caseSwapped ? CharacterRepair.otherCase((char) c) : (char) c;
            int programmed = layout.printed(cased);
            return programmed >= 0 && programmed != cased;
        });
    }

    private IntStream affixes() {
        return IntStream.concat(prefix.chars(), suffix.chars());
    }

    /** Whether scans are read as without a profile. */
    public boolean undoesNothing() {
        return equals(DEFAULT);
    }
}
