package org.keyway.identifier.gs1;

import java.util.List;
import java.util.Optional;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Symbology;

/** Symbols that carry nothing but a GTIN: EAN-13, EAN-8, UPC and ITF-14 (GS1 General Specifications 5.2 and 5.3). */
final class RetailCodes {
    private static final int GTIN_LENGTH = 14;
    private static final String COMPOSITE = "|]e0";
    private static final List<Integer> GTIN_13_OR_14 = List.of(13, 14);

    private RetailCodes() {}

    /** The same label as an element string: GTIN first, then the elements of a composite part. */
    static Optional<String> elementString(LabelText label) {
        if (label.symbology().isEmpty()) {
            return bare(label.text());
        }
        Symbology symbology = label.symbology().get();
        return switch (symbology.code()) {
            case 'E' -> retail(symbology.modifier(), label.text());
            case 'I' -> interleaved(symbology.modifier(), label.text());
            default -> Optional.empty();
        };
    }

    /** Without a symbology only a check digit that is right makes a GTIN of digits, and only of as many as GTINs have. */
    private static Optional<String> bare(String text) {
        boolean digits = GTIN_13_OR_14.contains(text.length())
                && Alphabet.DIGITS.firstStranger(text, 0, text.length()) < 0
                && CheckDigits.modulo10(text);
        return digits ? Optional.of(gtin(text, text.length())) : Optional.empty();
    }

    /** Fourteen digits: a GTIN when the reader has verified the check digit, or when it is right anyway. */
    private static Optional<String> interleaved(char modifier, String text) {
        if (modifier == '1' && text.length() == GTIN_LENGTH) {
            return Optional.of(gtin(text, GTIN_LENGTH));
        }
        return text.length() == GTIN_LENGTH ? bare(text) : Optional.empty();
    }

    private static Optional<String> retail(char modifier, String text) {
        int composite = text.indexOf(COMPOSITE);
        String symbol = composite < 0 ? text : text.substring(0, composite);
        String rest = composite < 0 ? "" : text.substring(composite + COMPOSITE.length());
        return switch (modifier) {
            case '0' -> Optional.of(symbol.length() == 13 ? gtin(symbol, 13) + rest : broken(symbol));
            // The add-on of two or five digits says nothing about the product.
            case '3' ->
                Optional.of(List.of(13, 15, 18).contains(symbol.length()) ? gtin(symbol, 13) + rest : broken(symbol));
            case '4' -> Optional.of(symbol.length() == 8 ? gtin(symbol, 8) : broken(symbol));
            default -> Optional.empty();
        };
    }

    private static String gtin(String text, int length) {
        return "01" + "0".repeat(GTIN_LENGTH - length) + text.substring(0, length);
    }

    /** Too many or too few digits for the symbol: an element too short, so that the label is refused. */
    private static String broken(String text) {
        return "01" + text.substring(0, Math.min(text.length(), GTIN_LENGTH - 1));
    }
}
