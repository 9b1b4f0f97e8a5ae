package org.keyway.identifier.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.Identification;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Scan;
import org.keyway.identifier.pattern.LabelPatterns;
import org.keyway.identifier.pattern.MemoryPatternStore;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.LabelText;

final class LabelReaderTest {
    private final Labels labels = Labels.standard();

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "]d2", "]d2\r\n", "   "})
    void nothingIsRefusedAsEmpty(String data) {
        assertThat(Labels.codes(labels.rejected(data))).containsExactly("KW-ID-001");
    }

    @Test
    void moreThan8191CharactersAreRefusedUnread() {
        assertThat(Labels.codes(labels.rejected("]d2" + "0".repeat(8192)))).containsExactly("KW-ID-002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A\u0000B", "A\tB", "A\u0007", "\u0002A\u0003", "A\uFFFDB", "A\u0085B", "A\uD800", "A\u007F"})
    void binaryContentIsRefused(String data) {
        assertThat(Labels.codes(labels.rejected(data))).containsExactly("KW-ID-003");
    }

    @Test
    void separatorsInAPlainCodeAreRefused() {
        assertThat(Labels.codes(labels.rejected("]d1CB\u001E150"))).containsExactly("KW-ID-003");
    }

    @Test
    void lineEndsOfTheTransportAreNoPartOfTheLabel() {
        Reading reading = labels.identified("CB-150\r\n");

        assertThat(reading.product()).contains("plain:CB-150");
        assertThat(reading.data()).isEqualTo("CB-150\r\n");
        assertThat(reading.issues()).isEmpty();
    }

    @Test
    void aPlainCodeIsAProductKeyAsItStands() {
        Reading reading = labels.identified("]C0CB-150 rev b");

        assertThat(reading.scheme()).isEqualTo("plain");
        assertThat(reading.symbology()).contains("]C0");
        assertThat(reading.product()).contains("plain:CB-150 rev b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"]D20106901234000016", "]c1010690123400001621a", "]q3010690123400001621a"})
    void capsLockIsNamed(String data) {
        assertThat(Labels.codes(labels.rejected(data))).containsExactly("KW-ID-004");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[)>\u001E06\u001DPX1\u001E\u0004", "https://x.cn/01/06901234000016", "88.118.7/X", "X1"})
    void whatTheSymbolDeclaresToBeGs1IsNothingElse(String text) {
        assertThat(labels.rejected("]d2" + text).scheme()).isEqualTo("gs1-element-string");
    }

    @Test
    void fullWidthFormsAreFoldedAndSaidSo() {
        Reading reading = labels.identified("\uFF18\uFF18.118.7\uFF0F\uFF23B-150");

        assertThat(reading.product()).contains("handle:88.118.7/CB-150");
        assertThat(Labels.codes(reading)).containsExactly("KW-ID-011");
    }

    @Test
    void otherTracesOfAnInputMethodAreRefusedWithTheCause() {
        assertThat(Labels.codes(labels.rejected("从不150"))).containsExactly("KW-ID-005");
    }

    @Test
    void blanksAroundACodeAreRemovedAndSaidSo() {
        Reading reading = labels.identified(" CB-150 ");

        assertThat(reading.product()).contains("plain:CB-150");
        assertThat(Labels.codes(reading)).containsExactly("KW-ID-012");
    }

    @Test
    void aSymbologyThatIsNoneIsRefused() {
        assertThat(labels.parse(new Scan("A", Optional.of("QR")))).isInstanceOf(Identification.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({"]Q2A\\\\B, A\\B", "]Q2\\000026AB, AB", "]Q1A\\\\B, A\\\\B"})
    void escapesOfExtendedChannelsAreUndone(String data, String code) {
        assertThat(labels.identified(data).product()).contains("plain:" + code);
    }

    @Test
    void aSchemeThatFailsRefusesTheLabelAndBreaksNothing() {
        IdentifierScheme failing = label -> {
            throw new IllegalStateException("fault");
        };
        LabelReader reader = reader(failing);

        assertThat(reader.parse(Scan.of("A")))
                .isInstanceOfSatisfying(
                        Identification.Rejected.class,
                        rejected -> assertThat(Labels.codes(rejected.reading())).containsExactly("KW-ID-007"));
    }

    @Test
    void aSchemeIsNotAskedAboutATextThatCannotBeItsOwn() {
        IdentifierScheme choosy = new IdentifierScheme() {
            @Override
            public Optional<Claim> read(LabelText label) {
                throw new IllegalStateException("asked about " + label.text());
            }

            @Override
            public boolean mayBeginWith(char first) {
                return first == 'A';
            }
        };
        LabelReader reader = reader(choosy);

        assertThat(Labels.codes(refused(reader, "A1"))).containsExactly("KW-ID-007");
        assertThat(Labels.codes(refused(reader, "B1"))).containsExactly("KW-ID-006");
    }

    private static LabelReader reader(IdentifierScheme scheme) {
        IdentifierConfiguration standards = IdentifierConfiguration.standard();
        LabelPatterns none = new LabelPatterns(standards, new MemoryPatternStore(), Clock.systemUTC());
        return new LabelReader(Set.of(scheme), none, standards);
    }

    private static Reading refused(LabelReader reader, String data) {
        return ((Identification.Rejected) reader.parse(Scan.of(data))).reading();
    }

    @Test
    void hostileInputNeverThrowsAndNeverNamesAProductWithAnError() {
        Random random = new Random(20260127);
        String[] starts = {
            "",
            "]d2",
            "]d201069012340000161",
            "]Q1https://x.cn/01/",
            "[)>\u001E06\u001D",
            "[)>",
            "88.118.7/",
            "hdl:",
            "(01)",
            "^01",
            "]E3",
            "https://x?h=",
            "]d5\\",
            "{GS}",
            "15NVAA"
        };
        String alphabet = "0123456789ABC()[]{}<>^\\/%?&=+.~\u001D\u001E\u0004 \u0000\uD83D中(GSRS";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder data = new StringBuilder(starts[random.nextInt(starts.length)]);
            int length = i % 50 == 0 ? Scan.MAX_LENGTH - data.length() : random.nextInt(60);
            for (int j = 0; j < length; j++) {
                data.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Identification identification = labels.parse(data.toString());
            if (identification instanceof Identification.Rejected) {
                labels.rejected(data.toString());
            } else if (identification instanceof Identification.Identified identified) {
                assertThat(identified.reading().product()).isPresent();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]d210\u001D", "]d2[", "]d2{GS}", "]d220", "[)>\u001E06\u001DP\u001D", "https://x.cn/01/",
                        "https://x.cn/?11=&",
                "https://x.cn/?a=88.1/2&", "(01)", "(10)A\\(", "88.1.", "%", "hdl:88.", "^10A^"
            })
    void repetitionToTheLimitIsAnsweredAllTheSame(String piece) {
        String data = piece.repeat(Scan.MAX_LENGTH / piece.length());

        assertThat(labels.parse(data)).isNotNull();
    }

    @Test
    void theLongestLabelMayHaveItsIdentifierAndALineEndBesides() {
        String longest = "(99)".repeat(Scan.MAX_LENGTH / 4) + "(99";

        assertThat(Labels.codes(labels.rejected("]d1" + longest + "\r\n")))
                .isEqualTo(Labels.codes(labels.rejected(longest)))
                .doesNotContain("KW-ID-002");
        assertThat(Labels.codes(labels.rejected("]d1" + longest + "9\r\n"))).containsExactly("KW-ID-002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30P1234\u001DS12",
                "12V123456789\u001D21S77",
                "21S0001{GS}Q5",
                "17V1ABC2\u001D1PX\u001DS1",
                "20P1\u001D21S2",
                "30P1234\u001D10D2601",
                "30P1234\u001D"
            })
    void fieldsThatAreWholeAreNotRefusedBecauseTheyBeginLikeADamagedElementString(String data) {
        Reading reading = labels.reading(data);

        assertThat(reading.scheme()).isEqualTo("mh10");
        assertThat(reading.conformant()).isTrue();
        assertThat(Labels.codes(reading)).isSubsetOf("KW-ID-008", "KW-ID-010");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10D2601\u001D21S77", "10D2601{GS}10D2601", "21S0001\u001D10D2601\u001D"})
    void ofFieldsThatAreWholeAsElementsTooThoseThatConformAreShownAndTheOthersTold(String data) {
        Reading reading = labels.rejected(data);

        assertThat(reading.scheme()).isEqualTo("mh10");
        assertThat(reading.issues()).anySatisfy(issue -> {
            assertThat(issue.code()).isEqualTo("KW-ID-218");
            assertThat(issue.message().en()).contains("gs1-element-string");
        });
    }

    @Test
    void theSymbologyDecidesBetweenFieldsAndElements() {
        assertThat(labels.reading("]d110D2601\u001D21S77").scheme()).isEqualTo("mh10");
        assertThat(labels.reading("]d210D2601\u001D21S77").scheme()).isEqualTo("gs1-element-string");
        assertThat(labels.reading("]C030P1234\u001DS12").scheme()).isEqualTo("mh10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"30P1234", "12V123456789", "21S0001", "10D2601", "]C021S0001", "]d130P1234"})
    void aSingleFieldThatNobodyDeclaredStaysAPlainCode(String data) {
        assertThat(labels.identified(data).scheme()).isEqualTo("plain");
    }

    @Test
    void whereEveryReadingIsDamagedTheLabelIsRefused() {
        assertThat(Labels.codes(labels.rejected("30P1234\u001D?Z"))).contains("KW-ID-023");
    }
}
