package org.keyway.identifier.scheme;

import java.util.Optional;

/**
 * A scan made ready for the schemes.
 *
 * @param symbology what the reader says about the symbol, if it does
 * @param text the content without symbology identifier and line end, free of control characters except GS, RS and EOT;
 *     never empty, never longer than a scan may be
 * @param station where it was read, when that is known
 */
public record LabelText(Optional<Symbology> symbology, String text, Optional<String> station) {
    /** No label has more elements; schemes stop reading there. */
    public static final int MOST_ELEMENTS = 64;

    /** Group separator: FNC1 in GS1 data, the end of a field in ISO/IEC 15434. */
    public static final char GS = 0x1D;

    /** Record separator. */
    public static final char RS = 0x1E;

    /** End of transmission. */
    public static final char EOT = 0x04;

    /** A text of which nobody said where it was read. */
    public LabelText(Optional<Symbology> symbology, String text) {
        this(symbology, text, Optional.empty());
    }

    /** A text of which nobody said how it was printed. */
    public static LabelText of(String text) {
        return new LabelText(Optional.empty(), text);
    }

    /** The same, with another text. */
    public LabelText withText(String changed) {
        return new LabelText(symbology, changed, station);
    }

    /** Whether the symbol itself says that this is a GS1 element string. */
    public boolean declaresElementString() {
        return symbology.isPresent() && symbology.get().declaresElementString();
    }
}
