package org.keyway.identifier.gs1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The registers of codes that element values refer to: countries, currencies, package and media types. */
final class Registers {
    private static final String FILE = "registers.txt";
    private static final String MANY_COUNTRIES = "999";
    private static final int LAST_ASSIGNED_MEDIA_TYPE = 10;
    private static final int FIRST_LOCAL_MEDIA_TYPE = 80;

    private Registers() {}

    /** Whether a part of a text is a code of a register. */
    interface Register {
        boolean knows(String text, int from, int to);
    }

    /** The check that a whole part is a code of a register. */
    static Check check(Register register) {
        return (text, from, to) -> register.knows(text, from, to) ? Check.SOUND : from;
    }

    /** Two capital letters of ISO 3166-1. */
    static boolean countryLetters(String text, int from, int to) {
        return Codes.COUNTRY_LETTERS.contains(text.substring(from, to));
    }

    /** Three digits of ISO 3166-1. */
    static boolean country(String text, int from, int to) {
        return Codes.COUNTRIES.contains(text.substring(from, to));
    }

    /** Three digits of ISO 3166-1, or 999 for more countries than can be listed. */
    static boolean countryOrMany(String text, int from, int to) {
        return country(text, from, to) || text.substring(from, to).equals(MANY_COUNTRIES);
    }

    /** Three digits of ISO 4217. */
    static boolean currency(String text, int from, int to) {
        return Codes.CURRENCIES.contains(text.substring(from, to));
    }

    /** A code of the GS1 list of package types. */
    static boolean packageType(String text, int from, int to) {
        return Codes.PACKAGE_TYPES.contains(text.substring(from, to));
    }

    /** An AIDC media type: assigned by ICCBBA, or for local use. */
    static boolean mediaType(String text, int from, int to) {
        if (to - from != 2 || Alphabet.DIGITS.firstStranger(text, from, to) >= 0) {
            return false;
        }
        int type = Integer.parseInt(text, from, to, 10);
        return (type >= 1 && type <= LAST_ASSIGNED_MEDIA_TYPE) || type >= FIRST_LOCAL_MEDIA_TYPE;
    }

    /** The registers of the resource, read when the first code is asked for. */
    private static final class Codes {
        private static final Map<String, Set<String>> ALL = read();
        static final Set<String> COUNTRY_LETTERS = register("country-letters");
        static final Set<String> COUNTRIES = register("countries");
        static final Set<String> CURRENCIES = register("currencies");
        static final Set<String> PACKAGE_TYPES = register("package-types");

        private static Set<String> register(String name) {
            return Set.copyOf(Objects.requireNonNull(ALL.get(name), name));
        }

        private static Map<String, Set<String>> read() {
            Map<String, Set<String>> registers = new HashMap<>();
            Set<String> codes = new HashSet<>();
            for (String line : lines()) {
                if (line.startsWith("[")) {
                    codes = new HashSet<>();
                    registers.put(line.substring(1, line.length() - 1), codes);
                } else if (!line.startsWith("#")) {
                    codes.addAll(Arrays.asList(line.split(" ", -1)));
                }
            }
            return registers;
        }

        private static List<String> lines() {
            try (InputStream in = Registers.class.getResourceAsStream(FILE)) {
                String text = new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
                return text.lines().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
