package org.keyway.identifier.iso15434;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;

final class EnvelopeSchemeTest {
    private static final String HEADER = "[)>\u001E06\u001D";
    private static final String TRAILER = "\u001E\u0004";

    private final Labels labels = Labels.standard();

    @Test
    void partSerialLotAndSupplierAreRead() {
        Reading reading =
                labels.identified("]d1" + HEADER + "P11300-B150-02\u001DSA0042\u001D1THT77\u001DV7731" + TRAILER);

        assertThat(reading.scheme()).isEqualTo("iso15434");
        assertThat(reading.conformant()).isTrue();
        assertThat(reading.issues()).isEmpty();
        assertThat(Labels.elements(reading)).containsExactly("P=11300-B150-02", "S=A0042", "1T=HT77", "V=7731");
        assertThat(reading.product()).contains("part:11300-B150-02");
        assertThat(reading.serial()).contains("A0042");
        assertThat(reading.lot()).contains("HT77");
    }

    @Test
    void theRevisionBecomesAnAttribute() {
        assertThat(labels.identified(HEADER + "PX1\u001D2PC" + TRAILER).attributes())
                .containsOnly(Map.entry("revision", "C"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[)>\u001E06\u001DPX1\u001DS2",
                "[)>\u001E06\u001DPX1\u001DS2\u0004",
                "[)>\u001E06\u001DPX1\u001DS2\u001E",
                "[)>06\u001DPX1\u001DS2\u001E\u0004",
                "[)>\u001E06PX1\u001DS2\u001E\u0004",
                ">[)>\u001E06\u001DPX1\u001DS2\u001E\u0004",
            })
    void anIncompleteEnvelopeIsWarnedAboutWhileItsFieldsAreCertain(String data) {
        Reading reading = labels.identified(data);

        assertThat(Labels.codes(reading)).containsExactly("KW-ID-050");
        assertThat(reading.conformant()).isFalse();
        assertThat(Labels.elements(reading)).containsExactly("P=X1", "S=2");
    }

    @Test
    void fieldsThatRunTogetherAreNeverSplitByGuess() {
        Reading reading = labels.rejected("[)>06P11300-B150-02SA00421THT77");

        assertThat(Labels.codes(reading)).containsExactly("KW-ID-031");
        assertThat(reading.elements()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{GS}|{RS}|{EOT}", "<GS>|<RS>|<EOT>", "^]|^^|^D", "\u241D|\u241E|\u2404"})
    void separatorsWrittenOutArePutBackAndSaidSo(String forms) {
        String[] form = forms.split("\\|", -1);
        Reading reading =
                labels.identified("[)>" + form[1] + "06" + form[0] + "PX1" + form[0] + "S2" + form[1] + form[2]);

        assertThat(Labels.elements(reading)).containsExactly("P=X1", "S=2");
        assertThat(Labels.codes(reading)).containsExactly("KW-ID-010");
    }

    @Test
    void emptyFieldsAndUnknownIdentifiersAreWarnedAbout() {
        Reading reading = labels.identified(HEADER + "PX1\u001DK\u001D\u001D999ZA" + TRAILER);

        assertThat(Labels.codes(reading)).containsExactly("KW-ID-054", "KW-ID-055");
        assertThat(reading.product()).contains("part:X1");
    }

    @Test
    void twoPartNumbersAreRefused() {
        assertThat(Labels.codes(labels.rejected(HEADER + "PX1\u001DPX2" + TRAILER)))
                .containsExactly("KW-ID-027");
    }

    @Test
    void gs1ElementsInAnEnvelopeAreRead() {
        Reading reading = labels.identified("[)>\u001E05\u001D010690123400001610A\u001D21B" + TRAILER);

        assertThat(reading.product()).contains("gtin:06901234000016");
        assertThat(reading.serial()).contains("B");
    }

    @Test
    void otherFormatsAreRefusedAloneAndSkippedBesideOneThatIsRead() {
        assertThat(Labels.codes(labels.rejected("[)>\u001E12\u001DABC" + TRAILER)))
                .containsExactly("KW-ID-052");
        assertThat(Labels.codes(labels.identified(HEADER + "PX1\u001E07note" + TRAILER)))
                .contains("KW-ID-053");
    }

    @Test
    void aGtinWithAWrongCheckDigitIsRefusedHereToo() {
        assertThat(labels.identified(HEADER + "8P06901234000016" + TRAILER).product())
                .contains("gtin:06901234000016");
        assertThat(Labels.codes(labels.rejected(HEADER + "8P06901234000017" + TRAILER)))
                .containsExactly("KW-ID-024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[)>", "[)>\u001E", "[)>\u001E06", "[)>\u001E06\u001D", "[)>\u001Exx\u001DPX" + TRAILER})
    void aTruncatedEnvelopeNamesNoProduct(String data) {
        assertThat(labels.rejected(data).scheme()).isEqualTo("iso15434");
    }

    @Test
    void fieldsWithoutAnEnvelopeAreReadWhenSeparatorsShowThem() {
        Reading reading = labels.identified("PX1\u001DS2\u001DQ5");

        assertThat(reading.scheme()).isEqualTo("mh10");
        assertThat(reading.product()).contains("part:X1");
        assertThat(reading.serial()).contains("2");
    }

    @Test
    void aSingleFieldIsReadByItsIdentifierOnlyWhereTheSiteSaysSo() {
        Labels bare = Labels.of(IdentifierConfiguration.standard().withBareDataIdentifiers(true));

        assertThat(labels.identified("P12345").product()).contains("plain:P12345");
        assertThat(bare.identified("P12345").product()).contains("part:12345");
    }

    @Test
    void anIndustrialInternetIdentifierNamesNoProductByItself() {
        Reading reading = labels.rejected("15NVAA08811800000007X1-22");

        assertThat(reading.scheme()).isEqualTo("mh10");
        assertThat(Labels.elements(reading)).containsExactly("15N=VAA08811800000007X1-22");
    }
}
