package org.keyway.identifier.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.Labels;

/** One character that was misread in a field with check characters never gets through. */
final class CheckedFieldsTest {
    private static final String IN_ELEMENTS =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private final Labels labels = Labels.standard();

    @ParameterizedTest
    @CsvSource({
        "]d201*21A0042, 06901234000016",
        "]C101*10HT77, 06901234000016",
        "(01)*(21)A0042, 06901234000016",
        "^01*21A0042, 06901234000016",
        "https://id.gs1.org/01/*/21/A0042, 06901234000016",
        "https://id.gs1.org/00/*, 069012340000000016",
        "https://id.gs1.org/414/*/254/A, 6901234000016",
        "]d200*, 069012340000000016",
        "]d2414*254A, 6901234000016",
        "]d2253*D1, 6901234000016",
        "]d28017*, 690123400000000018",
        "]d28003*SER, 06901234000016",
        "]d28006*0102, 06901234000016",
        "]E0*, 6901234000016",
        "]E3*12345, 6901234000016",
        "[)>\u001E05\u001D01*\u001D21B7\u001E\u0004, 06901234000016",
        "[)>\u001E06\u001D8P*\u001DS42\u001E\u0004, 06901234000016",
    })
    void aWrongDigitInAKeyIsFoundInEveryFormOfLabel(String label, String key) {
        assertThat(labels.reading(label.replace("*", key)).issues())
                .noneMatch(issue -> issue.code().equals("KW-ID-024"));
        for (int at = 0; at < key.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != key.charAt(at)) {
                    String wrong = key.substring(0, at) + digit + key.substring(at + 1);
                    assertThat(labels.rejected(label.replace("*", wrong)).conformant())
                            .as(wrong)
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1987654Ad4X4bL5ttr2310c2K", "GB82WEST12345698765432"})
    void aWrongCharacterIsFoundByTheCharactersThatCheckIt(String value) {
        String id = value.startsWith("GB") ? "8007" : "8013";
        ApplicationIdentifier identifier = new ApplicationIdentifiers().find(id).orElseThrow();
        assertThat(identifier.check(value)).isEmpty();
        for (int at = 0; at < value.length(); at++) {
            for (int i = 0; i < IN_ELEMENTS.length(); i++) {
                char c = IN_ELEMENTS.charAt(i);
                // An account number with a letter for a digit is longer when it is checked, which this check may miss.
                boolean comparable = id.equals("8013") || Character.isDigit(c) == Character.isDigit(value.charAt(at));
                if (comparable && c != value.charAt(at)) {
                    String wrong = value.substring(0, at) + c + value.substring(at + 1);
                    assertThat(identifier.check(wrong)).as(wrong).isPresent();
                }
            }
        }
    }
}
