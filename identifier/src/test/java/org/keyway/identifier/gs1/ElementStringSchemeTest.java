package org.keyway.identifier.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
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
import org.keyway.identifier.scheme.IssueCode;

final class ElementStringSchemeTest {
    private static final String GS = "\u001D";
    private static final String GTIN = "0106901234000016";

    private final Labels labels = Labels.standard();

    @Test
    void aDataMatrixWithGtinLotAndSerialIsReadInItsOrder() {
        Reading reading = labels.identified("]d2" + GTIN + "10HT77" + GS + "21A0042");

        assertThat(reading.scheme()).isEqualTo("gs1-element-string");
        assertThat(reading.symbology()).contains("]d2");
        assertThat(reading.conformant()).isTrue();
        assertThat(reading.issues()).isEmpty();
        assertThat(Labels.elements(reading)).containsExactly("01=06901234000016", "10=HT77", "21=A0042");
        assertThat(reading.elements().get(2).title()).isEqualTo("SERIAL");
        assertThat(reading.product()).contains("gtin:06901234000016");
        assertThat(reading.lot()).contains("HT77");
        assertThat(reading.serial()).contains("A0042");
    }

    @Test
    void theSymbologyMayComeApartFromTheDataOrTwice() {
        Scan apart = new Scan(GTIN, Optional.of("]C1"));
        Scan twice = new Scan("]C1" + GTIN, Optional.of("]C1"));

        assertThat(labels.parse(apart)).isInstanceOf(Identification.Identified.class);
        assertThat(labels.parse(twice)).isInstanceOf(Identification.Identified.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"]C1", "]d2", "]d5", "]Q3", "]Q4", "]J1", "]e0"})
    void everySymbologyThatDeclaresGs1IsReadSo(String symbology) {
        assertThat(labels.identified(symbology + GTIN).product()).contains("gtin:06901234000016");
    }

    @ParameterizedTest
    @ValueSource(strings = {"]d1", "]Q1", "]C0", ""})
    void digitsAreNeverPromotedToGs1WithoutTheSymbologySayingSo(String symbology) {
        Reading reading = labels.identified(symbology + GTIN + "21A0042");

        assertThat(reading.scheme()).isEqualTo("plain");
        assertThat(reading.serial()).isEmpty();
    }

    @Test
    void aScannerThatHidesTheSymbologyIsNamedAsTheCause() {
        assertThat(Labels.codes(labels.identified(GTIN + "21A0042")))
                .containsExactly(IssueCode.SYMBOLOGY_NOT_SENT.code());
    }

    @ParameterizedTest
    @CsvSource({
        "]d2010690123400001110A, KW-ID-024",
        "]d20106901234, KW-ID-021",
        "]d2010690123400001610, KW-ID-021",
        "]d2010690123400001610AB C, KW-ID-023",
        "]d2010690123400001610AB#C, KW-ID-023",
        "]d2010690123400001610ABCDEFGHIJKLMNOPQRSTU, KW-ID-022",
        "]d2010690123400001617251301, KW-ID-025",
        "]d2010690123400001617250229, KW-ID-025",
        "]d2010690123400001605AB, KW-ID-020",
        "]d2010690123400001637, KW-ID-021",
        "]E096385074, KW-ID-034",
        "]E0690123400001612, KW-ID-034",
        "]E06901234000017, KW-ID-024",
        "]I116901234000014, KW-ID-024",
        "]d201069012340000163712, KW-ID-029",
        "]d210HT77, KW-ID-008",
        "]d2A, KW-ID-020",
    })
    void aLabelWithAnErrorNamesNoProduct(String data, String code) {
        assertThat(Labels.codes(labels.rejected(data))).contains(code);
    }

    @Test
    void theMonthAloneIsADate() {
        assertThat(labels.identified("]d2" + GTIN + "17260200").issues()).isEmpty();
    }

    @Test
    void separatorsMayEndALabelButNotBeginItNorFollowEachOther() {
        assertThat(labels.identified("]d2" + GTIN + "10A" + GS).issues()).isEmpty();
        assertThat(labels.identified("]d2" + GTIN + GS + "10A").issues()).isEmpty();
        assertThat(Labels.codes(labels.rejected("]d2" + GS + GTIN))).containsExactly("KW-ID-030");
        assertThat(Labels.codes(labels.rejected("]d2" + GTIN + "10A" + GS + GS + "21B")))
                .containsExactly("KW-ID-030");
    }

    @Test
    void aRepeatedElementMustSayTheSame() {
        assertThat(labels.identified("]d2" + GTIN + GTIN).product()).isPresent();
        assertThat(Labels.codes(labels.rejected("]d2" + GTIN + "10A" + GS + "10B")))
                .contains("KW-ID-027");
    }

    @Test
    void aMissingPartnerIsAWarningAndTheLabelStillNamesItsProduct() {
        Reading reading = labels.identified("]d2" + GTIN + "250X1");

        assertThat(Labels.codes(reading)).containsExactly("KW-ID-028");
        assertThat(reading.conformant()).isFalse();
        assertThat(reading.product()).isPresent();
    }

    @Test
    void moreThanSixtyFourElementsAreRefused() {
        assertThat(Labels.codes(labels.rejected("]d2" + GTIN + "2001".repeat(64))))
                .containsExactly("KW-ID-032");
    }

    @Test
    void thePrintedFormWithBracketsIsRead() {
        Reading reading = labels.identified("(01)06901234000016(10)A\\(1(240)X-01");

        assertThat(Labels.elements(reading)).containsExactly("01=06901234000016", "10=A(1", "240=X-01");
        assertThat(reading.conformant()).isTrue();
        assertThat(Labels.codes(labels.rejected("(10)HT77"))).contains("KW-ID-028", "KW-ID-008");
        assertThat(Labels.codes(labels.rejected("(01)06901234000016(05)A"))).contains("KW-ID-020");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{GS}", "<GS>", "<F1>", "[GS]", "^]", "\\x1d", "\\u001D", "\u241D"})
    void aSeparatorWrittenOutIsPutBackAndSaidSo(String written) {
        Reading reading = labels.identified("]d2" + GTIN + "10HT77" + written + "21A1");

        assertThat(Labels.elements(reading)).containsExactly("01=06901234000016", "10=HT77", "21=A1");
        assertThat(Labels.codes(reading)).containsExactly("KW-ID-010");
        assertThat(reading.conformant()).isTrue();
    }

    @Test
    void whatLooksWrittenOutIsContentWhenTheScannerSendsTrueSeparators() {
        Reading reading = labels.identified("]d2" + GTIN + "10A<GS>B" + GS + "21C");

        assertThat(reading.lot()).contains("A<GS>B");
        assertThat(reading.issues()).isEmpty();
    }

    @Test
    void aCaretStandsForFnc1() {
        Reading reading = labels.identified("^" + GTIN + "10A^21B");

        assertThat(Labels.elements(reading)).containsExactly("01=06901234000016", "10=A", "21=B");
        assertThat(Labels.codes(reading)).containsExactly("KW-ID-010");
    }

    @Test
    void separatorsWithoutSymbologyShowAnElementString() {
        Reading reading = labels.identified(GTIN + "10A" + GS + "21B");

        assertThat(reading.scheme()).isEqualTo("gs1-element-string");
        assertThat(Labels.codes(reading)).containsExactly("KW-ID-013");
    }

    @ParameterizedTest
    @CsvSource({
        "]E06901234000016, gtin:06901234000016",
        "]E496385074, gtin:00000096385074",
        "]E3690123400001612, gtin:06901234000016",
        "]E36901234000016|]e021A, gtin:06901234000016",
        "]I116901234000013, gtin:16901234000013",
        "]I016901234000013, gtin:16901234000013",
        "]I016901234000014, plain:16901234000014",
        "6901234000016, gtin:06901234000016",
        "06901234000016, gtin:06901234000016",
        "6901234000017, plain:6901234000017",
    })
    void symbolsOfABareGtinNameIt(String data, String product) {
        assertThat(labels.identified(data).product()).contains(product);
    }

    @Test
    void anyWrongDigitOfAGtinIsRefused() {
        String gtin = "06901234000016";
        for (int at = 0; at < gtin.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String wrong = gtin.substring(0, at) + digit + gtin.substring(at + 1);
                if (!wrong.equals(gtin)) {
                    assertThat(Labels.codes(labels.rejected("]d201" + wrong))).contains("KW-ID-024");
                }
            }
        }
    }

    @Test
    void aSwallowedElementIsFoundWhereTheSiteRequiresIt() {
        Labels strict = Labels.of(IdentifierConfiguration.standard().withRequiredElements(Set.of("21")));

        assertThat(Labels.codes(strict.rejected("]d2" + GTIN + "10LOT21SER"))).containsExactly("KW-ID-031");
        assertThat(Labels.codes(strict.rejected("]d2" + GTIN + "10LOT"))).containsExactly("KW-ID-033");
        assertThat(strict.identified("]d2" + GTIN + "10LOT" + GS + "21SER").serial())
                .contains("SER");
    }

    @Test
    void elementsBecomeAttributesAsConfigured() {
        Labels mapped = Labels.of(
                IdentifierConfiguration.standard().withAttributes(Map.of("20", "variant", "92", "boreClass")));

        assertThat(mapped.identified("]d2" + GTIN + "200392B").attributes())
                .containsOnly(Map.entry("variant", "03"), Map.entry("boreClass", "B"));
    }

    @Test
    void aComponentIdentifierNamesAPart() {
        Reading reading = labels.identified("]d280106901234ABC" + GS + "801142");

        assertThat(reading.product()).contains("cpid:6901234ABC");
        assertThat(reading.serial()).contains("42");
    }

    @ParameterizedTest
    @CsvSource({
        "^0106901234000016^21A, 01=06901234000016 21=A",
        "^010690123400001610L|^21A^99B, 01=06901234000016 10=L 21=A 99=B",
        "(01)06901234000016(10)L\\(1|(21)A, 01=06901234000016 10=L(1 21=A",
        "]E496385074|]e021A, 01=00000096385074 21=A",
        "]E06901234000016|]e021A, 01=06901234000016 21=A",
    })
    void fnc1AsACaretBracketsAndCompositesAreRead(String data, String elements) {
        Reading reading = labels.identified(data);

        assertThat(reading.conformant()).isTrue();
        assertThat(String.join(" ", Labels.elements(reading))).isEqualTo(elements);
    }

    @ParameterizedTest
    @CsvSource({
        "^891234, KW-ID-020",
        "(89)1234, KW-ID-020",
        "^0106901234000016^^21A, KW-ID-030",
        "^0106901234000016|^, KW-ID-035",
        "]E06901234000016|]e0, KW-ID-035",
        "]E490123A56, KW-ID-034",
        "]C10106901234000016^10A, KW-ID-020",
    })
    void whatBeginsLikeAnElementStringAndIsNoneIsRefused(String data, String code) {
        assertThat(Labels.codes(labels.rejected(data))).contains(code);
    }
}
