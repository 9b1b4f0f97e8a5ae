package org.keyway.identifier.vin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.Identification;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;
import org.keyway.identifier.SchemeRules;
import org.keyway.identifier.pattern.LabelPattern;

final class VinSchemeTest {
    private static final String ALPHABET = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";

    private final Labels labels = Labels.standard();

    private static Labels with(CheckDigitPolicy policy) {
        return Labels.of(IdentifierConfiguration.standard()
                .withRules(SchemeRules.standard().withVinCheckDigit(policy)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1M8GDM9AXKP042788", "5GZCZ43D13S812715", "LZSPCJLG2R1000012"})
    void numbersWithTheirCheckDigitAreVehicles(String vin) {
        Reading reading = labels.identified(vin);

        assertThat(reading.scheme()).isEqualTo("vin");
        assertThat(reading.conformant()).isTrue();
        assertThat(reading.product()).contains("vin:" + vin);
        assertThat(reading.serial()).contains(vin);
    }

    @Test
    void sectionsAndBothModelYearsAreElements() {
        Reading reading = labels.identified("LZSPCJLG2R1000012");

        assertThat(Labels.elements(reading))
                .containsExactly("wmi=LZS", "vds=PCJLG2", "vis=R1000012", "modelYear=1994/2024");
        assertThat(reading.attributes()).isEqualTo(Map.of("wmi", "LZS", "modelYear", "1994/2024"));
    }

    @ParameterizedTest
    @CsvSource({"A, 1980/2010", "Y, 2000/2030", "1, 2001/2031", "9, 2009/2039", "T, 1996/2026"})
    void aModelYearLetterStandsForTwoYears(char letter, String years) {
        String number = "WVWZZZ1JZ" + letter + "W000001";

        assertThat(new VehicleNumber(number).modelYears()).contains(years);
    }

    @Test
    void aFillerWhereOthersHaveTheCheckDigitIsRightInEurope() {
        Reading reading = labels.identified("WVWZZZ1JZXW000001");

        assertThat(reading.scheme()).isEqualTo("vin");
        assertThat(reading.conformant()).isTrue();
    }

    @Test
    void anySingleWrongCharacterIsFoundWhereTheCheckDigitIsRequired() {
        Random random = new Random(3779);
        for (int round = 0; round < 500; round++) {
            String vin = random(random, "L12345");
            for (int at = 0; at < vin.length(); at++) {
                char wrong = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
                String damaged = vin.substring(0, at) + wrong + vin.substring(at + 1);
                boolean tellsApart = at == 8 ? wrong != vin.charAt(at) : value(wrong) != value(vin.charAt(at));
                if (tellsApart && "L12345".indexOf(damaged.charAt(0)) >= 0) {
                    assertThat(VehicleNumber.flaw("vin", damaged, CheckDigitPolicy.BY_ORIGIN))
                            .as("%s for %s", damaged, vin)
                            .isPresent();
                }
            }
        }
    }

    /** Letters share their values with digits, so that the check digit cannot tell these apart; nothing can. */
    private static int value(char c) {
        List<String> groups = List.of("0", "AJ1", "BKS2", "CLT3", "DMU4", "ENV5", "FW6", "GPX7", "HY8", "RZ9");
        return IntStream.range(0, groups.size())
                .filter(i -> groups.get(i).indexOf(c) >= 0)
                .findFirst()
                .orElseThrow();
    }

    private static String random(Random random, String firsts) {
        StringBuilder vin = new StringBuilder();
        vin.append(firsts.charAt(random.nextInt(firsts.length())));
        while (vin.length() < VehicleNumber.LENGTH - 4) {
            vin.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        vin.append(String.format(Locale.ROOT, "%04d", random.nextInt(10_000)));
        vin.setCharAt(8, VehicleNumber.checkDigit(vin));
        return vin.toString();
    }

    @Test
    void generatedNumbersGiveTheirSectionsBack() {
        Random random = new Random(3780);
        for (int round = 0; round < 2_000; round++) {
            String vin = random(random, ALPHABET);
            if (vin.chars().allMatch(Character::isDigit)) {
                continue;
            }
            Reading reading = labels.identified(vin);
            assertThat(reading.scheme()).as(vin).isEqualTo("vin");
            assertThat(reading.elements().get(0).value()
                            + reading.elements().get(1).value()
                            + reading.elements().get(2).value())
                    .isEqualTo(vin);
        }
    }

    @Test
    void thePolicyOfTheSiteDecidesAboutTheCheckDigit() {
        String wrong = "LZSPCJLG3R1000012";

        assertThat(Labels.codes(labels.rejected(wrong))).containsExactly("KW-ID-102");
        assertThat(Labels.codes(with(CheckDigitPolicy.WARN).identified(wrong))).containsExactly("KW-ID-103");
        assertThat(with(CheckDigitPolicy.OFF).identified(wrong).issues()).isEmpty();
        assertThat(Labels.codes(with(CheckDigitPolicy.REQUIRE).rejected("WVWZZZ1JZXW000001")))
                .containsExactly("KW-ID-102");
    }

    @Test
    void lettersThatNoNumberHasAreNamedAndNeverReplaced() {
        Reading reading = labels.rejected("LZSPCJLG2RI000012");

        assertThat(reading.scheme()).isEqualTo("vin");
        assertThat(Labels.codes(reading)).containsExactly("KW-ID-101");
        assertThat(reading.issues().get(0).message().en()).contains("\"I\"").contains("position 11");
    }

    @Test
    void smallLettersAreReadAsCapitalsAndSaidSo() {
        Reading reading = labels.identified("lzspcjlg2r1000012");

        assertThat(reading.product()).contains("vin:LZSPCJLG2R1000012");
        assertThat(Labels.codes(reading)).containsExactly("KW-ID-104");
    }

    @Test
    void thePlainCodeStaysInQuestionBesideARightAndAWrongNumber() {
        assertThat(labels.parse("LZSPCJLG2R1000012"))
                .isInstanceOfSatisfying(
                        Identification.Identified.class,
                        identified -> assertThat(identified.alternatives())
                                .extracting(reading -> reading.product().orElse(""))
                                .containsExactly("plain:LZSPCJLG2R1000012"));
        assertThat(labels.parse("LZSPCJLG3R1000012"))
                .isInstanceOfSatisfying(
                        Identification.Rejected.class,
                        rejected -> assertThat(rejected.alternatives())
                                .extracting(reading -> reading.product().orElse(""))
                                .containsExactly("plain:LZSPCJLG3R1000012"));
    }

    @Test
    void aConfiguredPatternBeatsWhatLooksLikeAVehicle() {
        Labels site = Labels.of(IdentifierConfiguration.standard()
                .withPatterns(List.of(LabelPattern.of(
                        "frame", "(?<product>LZSPCJLG)(?<serial>.{9})", List.of("LZSPCJLG2R1000012")))));

        assertThat(site.identified("LZSPCJLG2R1000012").scheme()).isEqualTo("pattern:frame");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901234567",
                "ABCDEFGHJKLMNPRST",
                "LZSPCJLG2R100001",
                "LZSPCJLG2R10000123",
                "LZSPCJLG-R1000012",
                "MOTORBLOCK0012345",
                "WVWZZZ1JZXWABCDEF"
            })
    void otherCodesOfSuchALengthStayPlain(String code) {
        assertThat(labels.identified(code).scheme()).isEqualTo("plain");
    }
}
