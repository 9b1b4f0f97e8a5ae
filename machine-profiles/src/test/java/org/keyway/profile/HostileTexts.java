package org.keyway.profile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Texts, names and numbers as awkward as a workshop may have them. */
abstract class HostileTexts {
    private static final List<String> PIECES = List.of(
            "true",
            "No",
            "null",
            "~",
            "1e5",
            "0x1F",
            "1_000",
            ".5",
            "-",
            "- ",
            "? ",
            ": ",
            " #",
            "'",
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            "&a",
            "*a",
            "!!str",
            "%",
            "@",
            "`",
            "|",
            ">",
            "---",
            "...",
            "\n",
            "\r\n",
            "\t",
            " ",
            "  ",
            "${A}",
            "${",
            "${A:b}",
            "$",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\u0000",
            "\u001D",
            "\u007F",
            "气缸体",
            "é",
            "🔧",
            "a",
            "B-7",
            "word",
            "2026-01-01",
            "12:30:00",
            "<<",
            "=",
            "NaN",
            ".inf");
    private static final List<String> NUMBERS = List.of(
            "0", "0.00", "-1", "1.50", "1E+3", "1E-12", "12345678901234567890.123456789", "-2.5E+40", "100", "7E-60");

    final Random random;

    HostileTexts(Random random) {
        this.random = random;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int pieces = 1 + random.nextInt(3); pieces > 0; pieces--) {
            text.append(one(PIECES));
        }
        return text.toString();
    }

    <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    <T> Optional<T> maybe(T thing) {
        return random.nextBoolean() ? Optional.of(thing) : Optional.empty();
    }

    Name name() {
        return new Name(text(), text());
    }

    BigDecimal number() {
        return new BigDecimal(one(NUMBERS));
    }
}
