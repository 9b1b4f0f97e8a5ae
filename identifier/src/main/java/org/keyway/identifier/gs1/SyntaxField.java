package org.keyway.identifier.gs1;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A field as a GS1 Barcode Syntax Dictionary writes it: {@code N14,csum}, {@code X..20}, {@code [N4],hhmi}. */
final class SyntaxField {
    private static final Pattern FORMAT = Pattern.compile("(?:\\[([^\\]]+)\\]|([^\\[\\]]+))");
    private static final Pattern LENGTH = Pattern.compile("([NXYZ])(\\.\\.)?([1-9][0-9]?)");

    private SyntaxField() {}

    static Field read(String word, Function<String, Optional<Rule>> rules) {
        List<String> parts = Arrays.asList(word.split(",", -1));
        Matcher format = FORMAT.matcher(parts.get(0));
        SyntaxEntry.expect(format.matches(), "no field", word);
        boolean optional = format.group(1) != null;
        Matcher length = LENGTH.matcher(optional ? format.group(1) : format.group(2));
        SyntaxEntry.expect(length.matches(), "no field", word);
        int longest = Integer.parseInt(length.group(3));
        return new Field(
                alphabet(length.group(1)),
                length.group(2) == null ? longest : 1,
                longest,
                optional,
                parts.stream().skip(1).map(rules).flatMap(Optional::stream).toList());
    }

    private static Alphabet alphabet(String letter) {
        return switch (letter) {
            case "N" -> Alphabet.DIGITS;
            case "X" -> Alphabet.TEXT;
            case "Y" -> Alphabet.CAPITALS;
            default -> Alphabet.BASE64;
        };
    }
}
