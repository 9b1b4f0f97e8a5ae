package org.keyway.identifier.iso15434;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.Identification;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;
import org.keyway.identifier.SchemeRules;
import org.keyway.identifier.handle.HandleSuffix;

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
        assertThat(Labels.codes(labels.rejected("[)>\u001E07\u001DABC" + TRAILER)))
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
    void anIndustrialInternetCodeNamesOneItem() {
        Reading reading = labels.identified("15NVAA08811800000007X1-22");

        assertThat(reading.scheme()).isEqualTo("mh10");
        assertThat(reading.conformant()).isTrue();
        assertThat(Labels.elements(reading))
                .containsExactly(
                        "15N=VAA08811800000007X1-22", "iac=VAA", "ttc=088", "stc=118", "cin=00000007", "sn=X1-22");
        assertThat(reading.product()).contains("vaa:08811800000007/X1-22");
        assertThat(reading.serial()).contains("X1-22");
        assertThat(labels.identified(HEADER + "15NVAA08811800000007X1-22" + TRAILER)
                        .product())
                .contains("vaa:08811800000007/X1-22");
    }

    @Test
    void anIndustrialInternetCodeIsAHandleOnlyWhereTheSiteSaysSo() {
        Labels aliased = Labels.of(IdentifierConfiguration.standard()
                .withHandleSuffixes(List.of(HandleSuffix.of("88.118.7", "(?<product>[A-Z0-9]+)-(?<serial>[0-9]+)")))
                .withRules(SchemeRules.standard().withHandles(Set.of(), true)));

        Reading reading = aliased.identified("15NVAA08811800000007X1-22");
        assertThat(reading.product()).contains("handle:88.118.7/X1");
        assertThat(reading.serial()).contains("22");
        assertThat(Labels.codes(reading)).containsExactly("KW-ID-063");
        assertThat(Labels.codes(aliased.rejected("15NVAA08811800000007X1"))).containsExactly("KW-ID-062");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15NVAA0881180000000",
                "15NVAA08811800000007",
                "15NVAB08811800000007X",
                "15NVAA08811800000007X_1",
                "15NVAA08811800000007X1234567890123456789012345678901234"
            })
    void anIndustrialInternetCodeThatBreaksItsFormIsRefused(String field) {
        assertThat(Labels.codes(labels.rejected(HEADER + field + TRAILER))).containsExactly("KW-ID-056");
    }

    @Test
    void textElementsAreReadAndMakeAnItemIdentifier() {
        for (String format : List.of("12", "DD")) {
            Reading reading = labels.identified(
                    "[)>\u001E" + format + "\u001DCAG 1U388\u001DPNO 1234\u001DSEQ S786950" + TRAILER);

            assertThat(reading.scheme()).isEqualTo("iso15434");
            assertThat(reading.conformant()).isTrue();
            assertThat(Labels.elements(reading)).containsExactly("CAG=1U388", "PNO=1234", "SEQ=S786950");
            assertThat(reading.product()).contains("part:1234");
            assertThat(reading.serial()).contains("S786950");
            assertThat(reading.attributes()).containsEntry("uii", "D1U3881234S786950");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SER1234", "SER", "SER ", "ser 1", "SER 1\u0004"})
    void aDamagedTextElementIsRefused(String element) {
        labels.rejected("[)>\u001E12\u001DCAG 1U388\u001D" + element + TRAILER);
    }

    @Test
    void bothConstructsOfAnItemIdentifierComeFromDataIdentifiers() {
        assertThat(labels.identified(HEADER + "25SUN043325711MH8031200000000001" + TRAILER)
                        .product())
                .contains("uii:UN043325711MH8031200000000001");
        assertThat(labels.identified(HEADER + "18S0CVA5786950A" + TRAILER).product())
                .contains("uii:D0CVA5786950A");
        assertThat(labels.identified(HEADER + "17V0CVA5\u001D1P1234\u001DS786950" + TRAILER)
                        .attributes())
                .containsEntry("uii", "D0CVA51234786950");
        assertThat(labels.identified(HEADER + "12V194532636\u001D1P1234\u001DS786950" + TRAILER)
                        .attributes())
                .containsEntry("uii", "UN1945326361234786950");
    }

    @Test
    void aVehicleInAFieldIsJudgedAsOne() {
        Reading reading = labels.identified(HEADER + "ILZSPCJLG2R1000012" + TRAILER);

        assertThat(reading.product()).contains("vin:LZSPCJLG2R1000012");
        assertThat(reading.serial()).contains("LZSPCJLG2R1000012");
        assertThat(Labels.codes(labels.rejected(HEADER + "ILZSPCJLG3R1000012" + TRAILER)))
                .containsExactly("KW-ID-102");
        assertThat(Labels.codes(labels.rejected(HEADER + "ILZSPCJLG2RI000012" + TRAILER)))
                .containsExactly("KW-ID-101");
        assertThat(Labels.codes(labels.rejected(HEADER + "ILZSPCJLG2R100001" + TRAILER)))
                .containsExactly("KW-ID-100");
    }

    @Test
    void partAndSerialInOneFieldArePartedAtThePlusSign() {
        Reading reading = labels.identified(HEADER + "37SUN043325711MH80312+0000001" + TRAILER);

        assertThat(reading.product()).contains("part:UN043325711MH80312");
        assertThat(reading.serial()).contains("0000001");
    }

    @Test
    void aLabelWithAtSignsForSeparatorsIsReadByItsHeader() {
        Reading reading = labels.identified("[)>@06@12S0002@P0261201234@1T7788@Q100@@");

        assertThat(Labels.elements(reading)).containsExactly("12S=0002", "P=0261201234", "1T=7788", "Q=100");
        assertThat(Labels.codes(reading)).containsExactly("KW-ID-058");
        assertThat(reading.conformant()).isFalse();
    }

    @Test
    void severalFormatsInOneMessageAreAllRead() {
        Reading reading = labels.identified(
                "[)>\u001E05\u001D0106901234000016\u001E05\u001D21B7\u001E06\u001DQ5\u001E12\u001DSER 9" + TRAILER);

        assertThat(Labels.elements(reading)).containsExactly("Q=5", "SER=9", "01=06901234000016", "21=B7");
        assertThat(reading.product()).contains("gtin:06901234000016");
    }

    @Test
    void fieldsThatWereWrittenComeBackWhateverTheyAre() {
        Random random = new Random(20261125);
        String alphabet = "0123456789ABCXYZ-/. #()abc";
        String[] ids = {"P", "1P", "S", "1T", "Q", "V", "30P", "12V", "K", "2P", "4L"};
        for (int round = 0; round < 2_000; round++) {
            List<String> fields = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(6); i++) {
                StringBuilder value = new StringBuilder("A");
                for (int j = random.nextInt(12); j > 0; j--) {
                    value.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                fields.add(ids[(round + i) % ids.length] + "=" + value);
            }
            String message = HEADER
                    + fields.stream().map(f -> f.replace("=", "")).collect(Collectors.joining("\u001D"))
                    + TRAILER;
            Identification read = labels.parse(message);
            Reading reading = read instanceof Identification.Identified identified
                    ? identified.reading()
                    : ((Identification.Rejected) read).reading();
            assertThat(Labels.elements(reading)).as(message).isEqualTo(fields);
        }
    }
}
