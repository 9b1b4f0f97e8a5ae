package org.keyway.identifier.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Scan;
import org.keyway.identifier.scanner.CalibrationResult.BeyondRepair;
import org.keyway.identifier.scanner.CalibrationResult.Calibrated;

final class CalibrationTest {
    private static CalibrationResult result(String data) {
        return Calibration.of(Scan.of(data));
    }

    private static Calibrated calibrated(String data) {
        assertThat(result(data)).isInstanceOf(Calibrated.class);
        return (Calibrated) result(data);
    }

    private static List<String> codes(CalibrationResult result) {
        return result.findings().stream().map(Issue::code).toList();
    }

    private static List<String> beyondRepair(String data) {
        assertThat(result(data)).isInstanceOf(BeyondRepair.class);
        return codes(result(data));
    }

    @Test
    void theLabelHoldsEveryPrintableCharacterTwiceOrMoreWhereItMatters() {
        for (char c = ' '; c <= '~'; c++) {
            assertThat(TestLabel.TEXT).contains(String.valueOf(c));
        }
        assertThat(TestLabel.TEXT.chars().filter(c -> c == 0x1D)).hasSize(3);
        assertThat(TestLabel.TEXT.length()).isLessThan(200);
    }

    @Test
    void aScannerThatDoesNothingNeedsNoRepair() {
        Calibrated calibrated = calibrated("]d1" + TestLabel.TEXT + "\r\n");

        assertThat(calibrated.findings()).isEmpty();
        assertThat(calibrated.profile())
                .isEqualTo(new ScannerProfile("", "", false, KeyboardLayout.SAME, Separators.TRUE, true));
    }

    @Test
    void aScannerThatSendsNoIdentifierIsAskedToButServes() {
        Calibrated calibrated = calibrated(TestLabel.TEXT);

        assertThat(codes(calibrated)).containsExactly("KW-ID-165");
        assertThat(calibrated.profile().undoesNothing()).isTrue();
    }

    @Test
    void prefixSuffixAndSeparatorsOfAnyLengthAreFound() {
        Damage damage = new Damage("\u0002A7", "#\t", false, false, Map.of(), "{GS}", "^^", "\\x04", true);

        Calibrated calibrated = calibrated(damage.of("]d1", TestLabel.TEXT));

        assertThat(calibrated.findings()).isEmpty();
        assertThat(calibrated.profile())
                .isEqualTo(new ScannerProfile(
                        "\u0002A7", "#\t", false, KeyboardLayout.SAME, new Separators("{GS}", "^^", "\\x04"), true));
    }

    @Test
    void capsLockIsFound() {
        Damage damage = new Damage("", "", true, false, Map.of(), "\u001D", "\u001E", "\u0004", true);

        Calibrated calibrated = calibrated(damage.of("]d1", TestLabel.TEXT));

        assertThat(codes(calibrated)).containsExactly("KW-ID-161");
        assertThat(calibrated.profile().caseSwapped()).isTrue();
        assertThat(calibrated.profile().layout()).isEqualTo(KeyboardLayout.SAME);
    }

    @Test
    void anotherKeyboardIsFoundAndItsCharactersNamed() {
        Damage damage = new Damage("", "", false, false, Damage.QWERTZ, "\u001D", "\u001E", "\u0004", true);

        Calibrated calibrated = calibrated(damage.of("]d1", TestLabel.TEXT));

        assertThat(codes(calibrated)).containsExactly("KW-ID-162");
        assertThat(calibrated.findings().get(0).message().en()).contains("y→z").contains("-→ß");
        Restoration restored = Restoration.of(Scan.of(damage.of("]d1", TestLabel.TEXT)), calibrated.profile());
        assertThat(((Restoration.Restored) restored).scan().data()).isEqualTo("]d1" + TestLabel.TEXT);
    }

    @Test
    void exchangedLettersWithoutAWitnessAreBeyondRepair() {
        Damage german = new Damage("", "", false, false, Damage.QWERTZ, "\u001D", "\u001E", "\u0004", false);
        Damage capsLock = new Damage("17", "", true, false, Map.of(), "\u001D", "\u001E", "\u0004", false);
        Damage onlyLetters =
                new Damage("", "", false, false, Map.of('y', 'z', 'z', 'y'), "\u001D", "\u001E", "\u0004", true);

        assertThat(beyondRepair(german.of("]d1", TestLabel.TEXT))).containsExactly("KW-ID-166");
        assertThat(beyondRepair(capsLock.of("]d1", TestLabel.TEXT))).containsExactly("KW-ID-166");
        assertThat(beyondRepair(onlyLetters.of("]d1", TestLabel.TEXT))).containsExactly("KW-ID-166");
        assertThat(calibrated("z:" + german.of("]d1", TestLabel.TEXT)).profile().prefix())
                .isEqualTo("z:");
    }

    @Test
    void exchangedDigitsAreBeyondRepair() {
        Damage damage =
                new Damage("", "", false, false, Map.of('1', '2', '2', '1'), "\u001D", "\u001E", "\u0004", true);

        assertThat(beyondRepair(damage.of("]d1", TestLabel.TEXT))).containsExactly("KW-ID-167");
    }

    @Test
    void fullWidthFormsAreFoundAndNeedNoProfile() {
        Damage damage = new Damage("", "", false, true, Map.of(), "\u001D", "\u001E", "\u0004", true);

        Calibrated calibrated = calibrated(damage.of("]d1", TestLabel.TEXT));

        assertThat(codes(calibrated)).containsExactly("KW-ID-163");
        assertThat(calibrated.profile().layout()).isEqualTo(KeyboardLayout.SAME);
    }

    @Test
    void deadKeysMakeTheirPunctuationUnreadableAndNothingElse() {
        String dead = TestLabel.TEXT
                .replace("=o", "ó")
                .replace("+o", "ò")
                .replace('=', '´')
                .replace('+', '\u02CB');
        Calibrated calibrated = calibrated(dead);

        assertThat(codes(calibrated)).contains("KW-ID-159");
        assertThat(calibrated.profile().layout().printed('´')).isEqualTo(-1);
        assertThat(calibrated.profile().layout().printed('ó')).isEqualTo(-1);
        assertThat(calibrated.profile().layout().printed('o')).isEqualTo('o');
    }

    @ParameterizedTest
    @CsvSource({"'',KW-ID-156", "029,KW-ID-157", "%,KW-ID-157"})
    void aLostGroupSeparatorIsAnErrorAndOnRecord(String form, String code) {
        Damage damage = new Damage("", "", false, false, Map.of(), form, "\u001E", "\u0004", true);

        Calibrated calibrated = calibrated(damage.of("]d1", TestLabel.TEXT));

        assertThat(codes(calibrated)).containsExactly(code);
        assertThat(calibrated.lossless()).isFalse();
        assertThat(calibrated.profile().separators().keepsGroups()).isFalse();
    }

    @Test
    void aSecondScanProvesAProfileAlsoWhenSomethingIsLostForGood() {
        Damage damage = new Damage("S1:", "", false, false, Map.of(), "\u001D", "", "", true);
        ScannerProfile kept = calibrated(damage.of("]d1", TestLabel.TEXT)).profile();

        assertThat(result(damage.of("]d1", TestLabel.TEXT)).proves(kept)).isTrue();
        assertThat(result(Damage.NONE.of("]d1", TestLabel.TEXT)).proves(kept)).isFalse();
        assertThat(result("CB-150").proves(kept)).isFalse();
    }

    @Test
    void aLostRecordSeparatorIsAWarning() {
        Damage damage = new Damage("", "", false, false, Map.of(), "\u001D", "", "\u0004", true);

        Calibrated calibrated = calibrated(damage.of("]d1", TestLabel.TEXT));

        assertThat(codes(calibrated)).containsExactly("KW-ID-158");
        assertThat(calibrated.lossless()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "|", "^"})
    void aSeparatorThatArrivesAsPunctuationIsSaidSo(String form) {
        Damage damage = new Damage("", "", false, false, Map.of(), form, "\u001E", "\u0004", true);

        assertThat(codes(calibrated(damage.of("]d1", TestLabel.TEXT)))).containsExactly("KW-ID-160");
    }

    @Test
    void lettersThatAnInputMethodCatchesAreLost() {
        assertThat(beyondRepair(TestLabel.TEXT.replaceAll("[a-z]", ""))).doesNotContain("KW-ID-150");
        assertThat(beyondRepair(TestLabel.TEXT.replaceAll("[A-Za-z]", ""))).containsExactly("KW-ID-152");
        assertThat(beyondRepair(TestLabel.TEXT.replaceAll("[A-Za-z]+", "中"))).containsExactly("KW-ID-152");
    }

    @Test
    void oneCaseForAllLettersIsLost() {
        String upper = TestLabel.TEXT.toUpperCase(java.util.Locale.ROOT);

        assertThat(beyondRepair(upper)).containsExactly("KW-ID-155");
    }

    @Test
    void charactersThatArriveAsOneAreNamed() {
        CalibrationResult result = result(TestLabel.TEXT.replace('O', '0'));

        assertThat(result).isInstanceOf(BeyondRepair.class);
        assertThat(codes(result)).containsExactly("KW-ID-154");
        assertThat(result.findings().get(0).message().en()).contains("0 O");
    }

    @Test
    void charactersThatNeverArriveAreNamed() {
        CalibrationResult result = result(TestLabel.TEXT.replace("^", "").replace("\"", ""));

        assertThat(codes(result)).containsExactly("KW-ID-153");
        assertThat(result.findings().get(0).message().en()).contains("\" ^");
    }

    @ParameterizedTest
    @ValueSource(ints = {70, 100, 150, 170})
    void aLabelCutShortIsSaidSo(int length) {
        assertThat(beyondRepair("]d1" + TestLabel.TEXT.substring(0, length))).containsExactly("KW-ID-151");
    }

    @Test
    void anIdentifierBeforeTheScannersPrefixIsRefused() {
        assertThat(beyondRepair("]d1S7" + TestLabel.TEXT)).containsExactly("KW-ID-164");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "]d1", "]d2010690123400001621A", "CB-150", "https://id.gs1.org/01/06901234000016"})
    void anotherLabelIsNotTakenForTheTestLabel(String data) {
        assertThat(beyondRepair(data)).containsExactly("KW-ID-150");
    }

    @Test
    void hostileScansAreAnsweredAndNeverCalibrate() {
        Random random = new Random(20261125);
        for (int i = 0; i < 300; i++) {
            StringBuilder data = new StringBuilder(TestLabel.TEXT);
            int cut = random.nextInt(data.length() - 40);
            data.delete(cut, cut + 2 + random.nextInt(30));
            for (int j = random.nextInt(30); j > 0; j--) {
                data.insert(random.nextInt(data.length()), (char) random.nextInt(0x3000));
            }
            CalibrationResult result = result(data.toString());
            if (result instanceof Calibrated calibrated) {
                assertThat(calibrated.findings()).isNotEmpty();
            }
        }
        assertThat(beyondRepair("A".repeat(Calibration.LONGEST_SCAN))).containsExactly("KW-ID-150");
        assertThat(beyondRepair("A".repeat(60_000))).containsExactly("KW-ID-150");
    }
}
