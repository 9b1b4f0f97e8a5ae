package org.keyway.identifier.gs1;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Issue;
import org.keyway.identifier.gs1.ElementStringReader.ElementString;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Symbology;

/** Symbols that carry nothing but a GTIN: EAN-13, EAN-8, UPC and ITF-14 (GS1 General Specifications 5.2 and 5.3). */
final class RetailCodes {
    private static final int GTIN_LENGTH = 14;
    private static final int GTIN_13 = 13;
    private static final int GTIN_8 = 8;
    private static final String COMPOSITE = "|]e0";

    private final ElementStringReader reader;

    RetailCodes(ElementStringReader reader) {
        this.reader = reader;
    }

    /** The label as elements: GTIN first, then those of a composite part; empty when it is no such label. */
    Optional<ElementString> read(LabelText label) {
        if (label.symbology().isEmpty()) {
            return bare(label.text(), GTIN_13);
        }
        Symbology symbology = label.symbology().get();
        return switch (symbology.code()) {
            case 'E' -> retail(symbology.modifier(), label.text());
            case 'I' -> interleaved(symbology.modifier(), label.text());
            default -> Optional.empty();
        };
    }

    /** Without a symbology only a check digit that is right makes a GTIN of digits, and only of as many as GTINs have. */
    private Optional<ElementString> bare(String text, int shortest) {
        int length = text.length();
        boolean gtin =
                length >= shortest && length <= GTIN_LENGTH && CheckDigits.modulo10(text, 0, length) == Check.SOUND;
        return gtin ? Optional.of(reader.read(gtin(text))) : Optional.empty();
    }

    /** Fourteen digits: a GTIN when the reader has verified the check digit, or when it is right anyway. */
    private Optional<ElementString> interleaved(char modifier, String text) {
        return modifier == '1' && text.length() == GTIN_LENGTH
                ? Optional.of(reader.read(gtin(text)))
                : bare(text, GTIN_LENGTH);
    }

    private Optional<ElementString> retail(char modifier, String text) {
        return switch (modifier) {
            case '0' -> Optional.of(symbol(text, List.of(GTIN_13), GTIN_13));
            // The add-on of two or five digits says nothing about the product.
            case '3' -> Optional.of(symbol(text, List.of(GTIN_13, 15, 18), GTIN_13));
            case '4' -> Optional.of(symbol(text, List.of(GTIN_8), GTIN_8));
            default -> Optional.empty();
        };
    }

    private ElementString symbol(String text, List<Integer> lengths, int gtin) {
        int composite = text.indexOf(COMPOSITE);
        String linear = composite < 0 ? text : text.substring(0, composite);
        if (!lengths.contains(linear.length()) || Alphabet.DIGITS.firstStranger(linear, 0, linear.length()) >= 0) {
            return broken(linear, lengths.get(0));
        }
        String second = composite < 0 ? "" : text.substring(composite + COMPOSITE.length());
        if (composite >= 0 && second.isEmpty()) {
            return refused(IssueCode.COMPOSITE_EMPTY.issue());
        }
        return reader.read(gtin(linear.substring(0, gtin)).concat(second));
    }

    private static String gtin(String digits) {
        return "01" + "0".repeat(GTIN_LENGTH - digits.length()) + digits;
    }

    private static ElementString broken(String text, int expected) {
        return refused(IssueCode.RETAIL_DIGITS.issue("01", Map.of("found", text.length(), "expected", expected)));
    }

    private static ElementString refused(Issue issue) {
        return new ElementString(List.of(), List.of(issue));
    }
}
