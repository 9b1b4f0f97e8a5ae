package org.keyway.identifier.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class CheckRuleTest {
    /** Published examples: a GTIN, the Code 39 text CODE39, an IBAN's digits, ISO/IEC 7064's A12425GABC1234002, an ISNI. */
    @ParameterizedTest
    @CsvSource({
        "mod10,06901234000016,06901234000017",
        "mod43,CODE39W,CODE39X",
        "mod97-10,3214282912345698765432161182,3214282912345698765432161183",
        "mod37-36,A12425GABC1234002M,A12425GABC1234002N",
        "mod11-2,0000000121032683,0000000121032684",
        "mod11-2,079X,0790"
    })
    void publishedExamplesHoldAndTheirNeighboursDoNot(String rule, String right, String wrong) {
        CheckRule check = CheckRule.named(rule).orElseThrow();

        assertThat(check.holds(right)).isTrue();
        assertThat(check.holds(wrong)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(CheckRule.class)
    void everySingleWrongCharacterIsFound(CheckRule rule) {
        String right = right(rule);
        String alphabet = rule == CheckRule.MOD10 || rule == CheckRule.MOD11_2
                ? "0123456789"
                : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        for (int i = 0; i < right.length(); i++) {
            for (int k = 0; k < alphabet.length(); k++) {
                char c = alphabet.charAt(k);
                String changed = right.substring(0, i) + c + right.substring(i + 1);
                // A letter in MOD 97-10 is two digits, so it can make up for a digit: not promised by the standard.
                boolean sameKind = Character.isDigit(c) == Character.isDigit(right.charAt(i));
                if (!changed.equals(right) && sameKind) {
                    assertThat(rule.holds(changed)).as(changed).isFalse();
                }
            }
        }
    }

    private static String right(CheckRule rule) {
        for (int i = 0; i < 1296; i++) {
            String candidate = "4711082" + Integer.toString(i, 36).toUpperCase(java.util.Locale.ROOT);
            if (rule.holds(candidate)) {
                return candidate;
            }
        }
        throw new AssertionError("no text passes " + rule);
    }

    @Test
    void foreignCharactersAndShortTextsNeverPass() {
        for (CheckRule rule : CheckRule.values()) {
            for (String text : new String[] {"", "0", "a0", "\u4e2d\u6587", "0 ~", "\uD83D\uDE00"}) {
                assertThat(rule.holds(text)).as(rule + text).isFalse();
            }
            assertThat(CheckRule.named(rule.id())).contains(rule);
        }
        assertThat(CheckRule.named("mod99")).isEmpty();
    }
}
