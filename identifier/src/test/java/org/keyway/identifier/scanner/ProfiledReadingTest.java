package org.keyway.identifier.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.Identification;
import org.keyway.identifier.Identification.Ambiguous;
import org.keyway.identifier.Identification.Identified;
import org.keyway.identifier.Identification.Rejected;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Issue.Severity;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Scan;
import org.keyway.identifier.ScanParser;
import org.keyway.identifier.scanner.CalibrationResult.Calibrated;

final class ProfiledReadingTest {
    private static final String GS1 = "0106901234000016" + "10L261116A\u001D21A0042\u001D92B";

    private final ScanParser parser =
            Labels.injector(IdentifierConfiguration.standard()).getInstance(ScanParser.class);

    private static ScannerProfile with(Separators separators) {
        return new ScannerProfile("", "", false, KeyboardLayout.SAME, separators, false);
    }

    private static ScannerProfile with(String prefix, String suffix) {
        return new ScannerProfile(prefix, suffix, false, KeyboardLayout.SAME, Separators.TRUE, false);
    }

    private static Reading reading(Identification identification) {
        if (identification instanceof Identified identified) {
            return identified.reading();
        }
        assertThat(identification).isInstanceOf(Rejected.class);
        return ((Rejected) identification).reading();
    }

    private Reading read(String data, ScannerProfile profile) {
        return reading(parser.parse(Scan.of(data), profile));
    }

    @Test
    void theDefaultProfileReadsAsWithoutOne() {
        assertThat(parser.parse(Scan.of("]d2" + GS1), ScannerProfile.DEFAULT))
                .isEqualTo(parser.parse(Scan.of("]d2" + GS1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{GS}", "^]", "~", "|", "\\u001d", "\uF70B", "<F8>", "\u241D"})
    void separatorsThatWereReplacedAreBackAndItIsSaid(String form) {
        String data = "]d2" + GS1.replace("\u001D", form);

        Reading reading = read(data, with(new Separators(form, "\u001E", "\u0004")));

        assertThat(Labels.elements(reading)).containsExactly("01=06901234000016", "10=L261116A", "21=A0042", "92=B");
        assertThat(Labels.codes(reading)).containsExactly("KW-ID-010");
        assertThat(reading.data()).isEqualTo(data);
        assertThat(reading.product()).contains("gtin:06901234000016");
    }

    @Test
    void prefixAndSuffixAreTakenOffAndItIsSaid() {
        Reading reading = read("S1:]d2" + GS1 + "#\r\n", with("S1:", "#"));

        assertThat(reading.product()).contains("gtin:06901234000016");
        assertThat(reading.symbology()).contains("]d2");
        assertThat(reading.issues())
                .extracting(Issue::code, Issue::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("KW-ID-140", Severity.WARNING));
        assertThat(reading.conformant()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"]d201069012340000162", "S1:]d20106901234000016", "S1:", "#", ""})
    void aScanThatThisScannerCannotHaveSentIsRefused(String data) {
        assertThat(Labels.codes(read(data, with("S1:", "#")))).containsExactly("KW-ID-143");
    }

    @Test
    void aScannerThatAlwaysSendsTheIdentifierAndDidNotIsAnotherOne() {
        ScannerProfile profile = new ScannerProfile("", "", false, KeyboardLayout.SAME, Separators.TRUE, true);

        assertThat(Labels.codes(read("0106901234000016", profile))).containsExactly("KW-ID-143");
        assertThat(read("]d20106901234000016", profile).product()).isPresent();
        assertThat(reading(parser.parse(new Scan("0106901234000016", Optional.of("]d2")), profile))
                        .product())
                .isPresent();
    }

    @Test
    void capsLockThatWasSwitchedOffSinceIsNoticedByTheIdentifier() {
        ScannerProfile profile = new ScannerProfile("", "", true, KeyboardLayout.SAME, Separators.TRUE, true);

        assertThat(read("]D2010690123400001621a0042", profile).serial()).contains("A0042");
        assertThat(Labels.codes(read("]d2010690123400001621A0042", profile))).contains("KW-ID-004");
    }

    @Test
    void aCharacterThatTheKeyboardCannotMakeOfALabelIsRefused() {
        ScannerProfile profile =
                new ScannerProfile("", "", false, new KeyboardLayout("ß", "-", "´"), Separators.TRUE, false);

        assertThat(read("CBß150", profile).product()).contains("plain:CB-150");
        assertThat(Labels.codes(read("CBß150", profile))).contains("KW-ID-142");
        for (String data : List.of("CB´150", "CB-150", "CBá150")) {
            assertThat(Labels.codes(read(data, profile))).as(data).containsExactly("KW-ID-144");
        }
    }

    /** What calibration accepts, once the layout, CapsLock or both are switched back: no label is read as another. */
    @Test
    void everyProfileThatExchangesLettersNoticesThatItNoLongerHolds() {
        Random random = new Random(166);
        int refused = 0;
        for (int i = 0; i < 600; i++) {
            Damage damage = Damage.any(random);
            boolean exchanges = damage.capsLock() || !damage.layout().isEmpty();
            if (exchanges && Calibration.of(Scan.of(damage.of("]d1", TestLabel.TEXT))) instanceof Calibrated known) {
                refused += switchedBack(new SampleLabel("]C0", "Xyz-7Qa"), damage, known.profile());
            }
        }
        assertThat(refused).isGreaterThan(300);
    }

    private int switchedBack(SampleLabel label, Damage damage, ScannerProfile profile) {
        int refused = 0;
        for (Damage back : List.of(
                damage.withCapsLockOff(),
                damage.withOwnLayout(),
                damage.withCapsLockOff().withOwnLayout())) {
            if (!back.equals(damage)) {
                String data = back.of(label.symbology(), label.text());
                assertThat(parser.parse(Scan.of(data), profile))
                        .as("%s by %s", data, profile)
                        .isInstanceOf(Rejected.class);
                refused++;
            }
        }
        return refused;
    }

    @Test
    void aProfileThatNoScanCanShowToHoldReadsNothing() {
        ScannerProfile swapped = new ScannerProfile("", "", true, KeyboardLayout.SAME, Separators.TRUE, false);
        ScannerProfile exchanged =
                new ScannerProfile("", "", false, new KeyboardLayout("zy", "yz", ""), Separators.TRUE, true);

        assertThat(Labels.codes(read("cb-150", swapped))).containsExactly("KW-ID-166");
        assertThat(Labels.codes(read("]C0XYZ", exchanged))).containsExactly("KW-ID-166");
    }

    @Test
    void anIdentifierToldBesideTheDataIsNoWitnessOfTheKeyboard() {
        ScannerProfile profile =
                new ScannerProfile("", "", false, new KeyboardLayout("zy+", "yz]", ""), Separators.TRUE, true);

        assertThat(read("+C0Xzy", profile).product()).contains("plain:Xyz");
        assertThat(reading(parser.parse(new Scan("Xyz", Optional.of("]C0")), profile))
                        .issues())
                .extracting(Issue::code)
                .containsExactly("KW-ID-143");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "029", "%"})
    void valuesThatMayHaveRunTogetherAreRefused(String form) {
        Reading reading = read("]d2" + GS1.replace("\u001D", form), with(new Separators(form, "\u001E", "\u0004")));

        assertThat(Labels.codes(reading)).contains("KW-ID-031");
        assertThat(reading.product()).isEmpty();
        assertThat(reading.conformant()).isFalse();
    }

    @Test
    void aLabelThatNeedsNoSeparatorIsReadWithoutThem() {
        Separators none = new Separators("", "", "");

        assertThat(read("]d2" + "0106901234000016" + "17261231", with(none)).product())
                .isPresent();
        assertThat(read("(01)06901234000016(10)A(21)B", with(none)).serial()).contains("B");
        assertThat(Labels.codes(read("]d201069012340000162112", with(none)))).contains("KW-ID-031");
    }

    @Test
    void aValueLongerThanAnyOfItsKindHereHasSwallowedItsNeighbour() {
        Labels limited = Labels.of(IdentifierConfiguration.standard().withLongestValues(Map.of("10", 8)));

        Reading lost = limited.rejected("]d2" + "0106901234000016" + "10L261116A21A0042");
        assertThat(Labels.codes(lost)).contains("KW-ID-031");
        assertThat(limited.identified("]d2" + GS1).serial()).contains("A0042");
        assertThat(limited.identified("]d2" + "0106901234000016" + "10L261116A").lot())
                .contains("L261116A");
    }

    @Test
    void aScannerThatSendsSeparatorsHasNotLostARequiredElement() {
        Labels required = Labels.of(IdentifierConfiguration.standard().withRequiredElements(Set.of("21")));

        assertThat(Labels.codes(required.rejected("]d2" + "0106901234000016" + "10L21B\u001D92C")))
                .contains("KW-ID-033")
                .doesNotContain("KW-ID-031");
        assertThat(Labels.codes(required.rejected("]d2" + "0106901234000016" + "10L21B")))
                .contains("KW-ID-031");
        assertThat(Labels.codes(required.rejected("https://id.gs1.org/01/06901234000016/10/L21B")))
                .contains("KW-ID-033");
    }

    /** The promise of calibration: the elements of the undamaged label, or a refusal; never others. */
    @Test
    void afterCalibrationEveryLabelIsReadAsPrintedOrRefused() {
        Random random = new Random(31);
        int calibrated = 0;
        int exact = 0;
        for (int i = 0; i < 1500; i++) {
            Damage damage = Damage.any(random);
            CalibrationResult result = Calibration.of(Scan.of(damage.of("]d1", TestLabel.TEXT)));
            if (result instanceof Calibrated known) {
                calibrated++;
                for (SampleLabel label : SampleLabel.some(random)) {
                    exact += agree(label, damage, known) ? 1 : 0;
                }
            } else {
                assertThat(result.findings()).isNotEmpty();
            }
        }
        assertThat(calibrated).isGreaterThan(1000);
        assertThat(exact).isGreaterThan(3000);
    }

    private boolean agree(SampleLabel label, Damage damage, Calibrated known) {
        Identification expected =
                parser.parse(Scan.of(damage.symbology() ? label.symbology() + label.text() : label.text()));
        String data = damage.of(label.symbology(), label.text());
        Identification found = parser.parse(Scan.of(data), known.profile());
        if (found instanceof Ambiguous || expected instanceof Ambiguous) {
            assertThat(found.getClass()).isEqualTo(expected.getClass());
            return true;
        }
        Reading read = reading(found);
        if (found instanceof Identified) {
            assertThat(Labels.elements(read))
                    .as("%s by %s", data, known.profile())
                    .isEqualTo(Labels.elements(reading(expected)));
            assertThat(read.product()).isEqualTo(reading(expected).product());
            return true;
        }
        boolean equallyRefused = expected instanceof Rejected;
        boolean explained = !known.findings().isEmpty();
        assertThat(equallyRefused || explained)
                .as("%s by %s refused: %s", data, known.profile(), Labels.codes(read))
                .isTrue();
        return false;
    }

    @Test
    void nothingThrowsWhateverTheProfileAndTheScan() {
        Random random = new Random(8);
        String alphabet = "0123456789ABCabc()[]{}<>^\\/%~|\u001D\u001E\u0004 \u0000\uD83D中ß\uFF21GSRS";
        for (int i = 0; i < 3000; i++) {
            CalibrationResult result = Calibration.of(Scan.of(Damage.any(random).of("]d1", TestLabel.TEXT)));
            StringBuilder data = new StringBuilder();
            for (int j = random.nextInt(80); j > 0; j--) {
                data.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (result instanceof Calibrated calibrated) {
                assertThat(parser.parse(Scan.of(data.toString()), calibrated.profile()))
                        .isNotNull();
            }
        }
    }
}
