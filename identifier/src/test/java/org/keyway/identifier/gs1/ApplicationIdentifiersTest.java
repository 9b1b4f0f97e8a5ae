package org.keyway.identifier.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyway.identifier.Issue;
import org.keyway.identifier.gs1.ElementStringReader.ElementString;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApplicationIdentifiersTest {
    private static final String GS = "\u001D";

    private final ApplicationIdentifiers identifiers = new ApplicationIdentifiers();
    private final ElementStringReader reader = new ElementStringReader(identifiers);

    List<ApplicationIdentifier> all() {
        return List.copyOf(identifiers.all());
    }

    @Test
    void theTableHoldsEveryIdentifierOfTheDictionary() {
        assertThat(identifiers.all()).hasSize(541);
        assertThat(identifiers.all().stream().map(ApplicationIdentifier::title)).doesNotContain("", "-");
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyIdentifierIsReadBackFromALabel(ApplicationIdentifier identifier) {
        for (String value : List.of(SampleValues.shortest(identifier), SampleValues.longest(identifier))) {
            ElementString read = reader.read(identifier.id() + value + (identifier.fixed() ? "" : GS) + "10END");

            assertThat(read.issues()).as(identifier.id() + value).isEmpty();
            assertThat(read.elements())
                    .extracting(e -> e.identifier().id() + "=" + e.value())
                    .containsExactly(identifier.id() + "=" + value, "10=END");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyIdentifierRefusesAValueTooLongTooShortOrOfAStrangeCharacter(ApplicationIdentifier identifier) {
        String longest = SampleValues.longest(identifier);

        assertThat(identifier.check(longest + "0")).map(Issue::code).isPresent();
        assertThat(identifier.check("")).isPresent();
        assertThat(identifier.check(longest.substring(1) + "~")).isPresent();
        assertThat(identifier.check(" " + longest.substring(1))).isPresent();
    }

    @ParameterizedTest
    @MethodSource("all")
    void anySingleWrongDigitOfAFieldWithACheckDigitIsRefused(ApplicationIdentifier identifier) {
        int from = 0;
        String value = SampleValues.shortest(identifier);
        for (Field field : identifier.fields()) {
            if (field.rules().contains(Rule.CHECK_DIGIT)) {
                for (int at = from; at < from + field.longest(); at++) {
                    for (char digit = '0'; digit <= '9'; digit++) {
                        String wrong = value.substring(0, at) + digit + value.substring(at + 1);
                        assertThat(identifier.check(wrong).isPresent()).isEqualTo(!wrong.equals(value));
                    }
                }
            }
            from += field.shortest();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8013, 1987654Ad4X4bL5ttr2310c2K, true",
        "8013, 1987654Ad4X4bL5ttr2310c2L, false",
        "8013, 1987654Ad4X4bL5ttr2301c2K, false",
        "8007, GB82WEST12345698765432, true",
        "8007, GB82WEST12345698765433, false",
        "7003, 2602282359, true",
        "7003, 2602282400, false",
        "7003, 2602002359, false",
        "7250, 19000229, false",
        "7250, 20000229, true",
        "7258, 2/3, true",
        "7258, 3/2, false",
        "8006, 069012340000160102, true",
        "8006, 069012340000160302, false",
        "3910, 156123, true",
        "3910, 000123, false",
        "4307, CN, true",
        "4307, XX, false",
        "4300, A%2B, true",
        "4300, A%2, false",
        "8011, 012, false",
        "8011, 0, false",
        "8011, 120, true",
        "4330, 000123-, true",
        "4330, 000123+, false",
        "8003, 06901234000016SER, true",
        "8003, 16901234000016SER, false",
        "8004, ABC123, false",
        "8004, 6901234X, true",
    })
    void contentIsJudgedWhereTheStandardSaysSo(String id, String value, boolean sound) {
        assertThat(identifiers.find(id).orElseThrow().check(value).isEmpty())
                .as(String.format(Locale.ROOT, "(%s)%s", id, value))
                .isEqualTo(sound);
    }
}
