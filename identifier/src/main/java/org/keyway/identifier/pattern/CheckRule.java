package org.keyway.identifier.pattern;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the last character or characters of a text check those before them. A text with a foreign character never passes. */
public enum CheckRule {
    /** Digits weighted 3, 1, 3 … from the right, as in GS1 keys (GS1 General Specifications 7.9.1). One wrong text in 10 passes. */
    MOD10(10) {
        @Override
        boolean passes(String text) {
            int sum = 0;
            for (int i = text.length() - 1, weight = 1; i >= 0; i--, weight = 4 - weight) {
                sum += DIGITS.indexOf(text.charAt(i)) * weight;
            }
            return within(text, DIGITS) && sum % 10 == 0;
        }
    },

    /** The check character of Code 39 (ISO/IEC 16388 annex A). */
    MOD43(43) {
        @Override
        boolean passes(String text) {
            int last = text.length() - 1;
            int sum = 0;
            for (int i = 0; i < last; i++) {
                sum += CODE_39.indexOf(text.charAt(i));
            }
            return within(text, CODE_39) && CODE_39.indexOf(text.charAt(last)) == sum % 43;
        }
    },

    /** Two check digits over digits and letters, A as 10 … Z as 35 (ISO/IEC 7064 MOD 97-10). */
    MOD97_10(97) {
        @Override
        boolean passes(String text) {
            int remainder = 0;
            for (int i = 0; i < text.length(); i++) {
                int value = ALPHANUMERIC.indexOf(text.charAt(i));
                remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
            }
            return text.length() > 2 && within(text, ALPHANUMERIC) && remainder == 1;
        }
    },

    /** One check character over digits and letters (ISO/IEC 7064 MOD 37,36). */
    MOD37_36(36) {
        @Override
        boolean passes(String text) {
            int product = 36;
            int last = text.length() - 1;
            for (int i = 0; i < last; i++) {
                int sum = (product + ALPHANUMERIC.indexOf(text.charAt(i))) % 36;
                product = (sum == 0 ? 36 : sum) * 2 % 37;
            }
            return within(text, ALPHANUMERIC) && (product + ALPHANUMERIC.indexOf(text.charAt(last))) % 36 == 1;
        }
    },

    /** One check character, a digit or X, over digits (ISO/IEC 7064 MOD 11-2). */
    MOD11_2(11) {
        @Override
        boolean passes(String text) {
            int last = text.length() - 1;
            int sum = 0;
            for (int i = 0; i < last; i++) {
                sum = (sum + DIGITS.indexOf(text.charAt(i))) * 2 % 11;
            }
            int check = text.charAt(last) == 'X' ? 10 : DIGITS.indexOf(text.charAt(last));
            return within(text.substring(0, last), DIGITS) && check >= 0 && (sum + check) % 11 == 1;
        }
    };

    private static final String DIGITS = "0123456789";
    private static final String ALPHANUMERIC = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String CODE_39 = ALPHANUMERIC + "-. $/+%";

    private final int odds;

    CheckRule(int odds) {
        this.odds = odds;
    }

    /** The rule that the configuration calls so, such as {@code mod97-10}. */
    public static Optional<CheckRule> named(String name) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(name)).findFirst();
    }

    /** The names of all rules, separated by commas. */
    static String ids() {
        return Arrays.stream(values()).map(CheckRule::id).collect(Collectors.joining(", "));
    }

    /** The name in configurations, such as {@code mod97-10}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One in so many texts that nobody checked passes by chance. */
    public int odds() {
        return odds;
    }

    /** Whether the text, of at least two characters, ends in its right check characters. */
    public boolean holds(String text) {
        return text.length() > 1 && passes(text);
    }

    abstract boolean passes(String text);

    private static boolean within(String text, String alphabet) {
        return text.chars().allMatch(c -> alphabet.indexOf(c) >= 0);
    }
}
