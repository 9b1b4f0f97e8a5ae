package org.keyway.identifier.teach;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Dates of manufacture, 2010 to 2039. */
final class Dates {
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private Dates() {}

    /** The form in which all values of a segment are dates. */
    static Optional<String> form(Segment segment) {
        if (segment.values().stream().allMatch(value -> value.length() == 6 && valid("20" + value))) {
            return Optional.of("YYMMDD");
        }
        return segment.values().stream().allMatch(Dates::valid) ? Optional.of("YYYYMMDD") : Optional.empty();
    }

    private static boolean valid(String text) {
        if (text.length() != 8 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        try {
            int year = LocalDate.parse(text, LONG).getYear();
            return year >= 2010 && year < 2040;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
