package org.keyway.terminal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.ReaderException;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.Message;
import org.keyway.identifier.scanner.TestLabel;
import org.keyway.terminal.page.SymbolReader.Read;

final class SymbolDrawingTest {
    private static final String GS = "\u001D";
    private static final String RS = "\u001E";
    private static final String EOT = "\u0004";

    private final SymbolDrawing drawing = new OkapiSymbolDrawing();

    private String svg(String kind, String data) {
        return drawing.svg(new Label("label", "ST-10", kind, "", data, new Message("Label", "标签"), "good"));
    }

    private Read scanned(String kind, String data) throws ReaderException {
        return SymbolReader.read(svg(kind, data));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010690123400001621A0042",
                "010690123400001621A0042\u001D10L-7[2](x)\u001D240VARIANT/B",
                "010690123400001617270131\u001D10LOT",
                "010690123400001710wrong check digit",
                "0069012340000001234\u001D21x",
                "8006069012340000160203\u001D21abc_def%\"&<>'"
            })
    void aGs1DataMatrixGivesEveryElementAndSaysThatItIsGs1(String data) throws ReaderException {
        Read read = scanned("gs1-datamatrix", data);

        assertThat(read.symbology()).isEqualTo("]d2");
        // This decoder shows FNC1 in first position as GS too; scanners don't send it.
        assertThat(read.text()).isEqualTo(GS + data);
    }

    @ParameterizedTest
    @CsvSource({
        "gs1-digital-link-qr, https://id.example.org/01/06901234000016/21/A0042?11=260131",
        "handle-qr, https://hdl.handle.net/88.167.1/CB-150.A0042",
        "handle-qr, 88.167.1/CB-150.A0042",
        "qr, WORK ORDER 4711",
        "qr, 3035A537C80000400F90507F",
        "qr, 1.2.156.3088.118.7.2.200",
        "qr, MA.156.6012.205/CR-125L/000318",
        "qr, https://id.foundry.example/ch-175/004217"
    })
    void aQrCodeGivesItsText(String kind, String data) throws ReaderException {
        assertThat(scanned(kind, data)).isEqualTo(new Read(data, "]Q1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"qr", "datamatrix", "handle-qr"})
    void chineseAndAccentsAreDeclaredAsUtf8AndSurvive(String kind) throws ReaderException {
        for (String data : new String[] {"气缸体 150cc", "Größe Ø 12", "气 é 🔧 €"}) {
            assertThat(scanned(kind, data).text()).isEqualTo(data);
        }
    }

    @Test
    void theTestLabelOfScannersArrivesToTheLastCharacter() throws ReaderException {
        assertThat(scanned("datamatrix", TestLabel.TEXT)).isEqualTo(new Read(TestLabel.TEXT, TestLabel.SYMBOLOGY));
    }

    @Test
    void anIso15434MessageKeepsItsControlCharacters() throws ReaderException {
        String message = "[)>" + RS + "06" + GS + "25SUN123456789A0042" + GS + "1PCB-150" + GS + "1TL7" + RS + EOT;

        // Drawn with Macro 06, which stands for the header and the trailer.
        assertThat(scanned("iso15434-datamatrix", message)).isEqualTo(new Read(message, "]d1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[)>\u001E05\u001D010690123400001621A0042\u001E\u0004",
                "[)>\u001E12\u001DPNO CB-150\u001DSEQ A0042\u001E\u0004",
                "[)>\u001E06\u001D1PCB-150\u001DSA0042",
                "[)>\u001E06\u001D1PCB-150\u001E06\u001DSA0042\u001E\u0004",
                "[)>\u001E06\u001D\u001E\u0004",
                "[)>\u001E06\u001D1P气缸体\u001E\u0004",
                "[)>@06@12S0002@PP150-0345@3S0000012345@1TL261109D@@",
                "PP150-0446\u001DSCH150-00208\u001DTL261021A",
                "15NVAA08811800000007CB230-00012"
            })
    void otherEnvelopesAndTornOnesAreDrawnAsTheyAre(String message) throws ReaderException {
        assertThat(scanned("iso15434-datamatrix", message).text()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LSVAA49J132047371", "A0042", "00690123400000012345", "lower & UPPER 12", "A\u001DB\tc"})
    void aCode128GivesItsText(String data) throws ReaderException {
        assertThat(scanned("code128", data).text()).isEqualTo(data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gs1-datamatrix", "datamatrix", "qr", "code128"})
    void whateverTextIsDrawnIsReadBack(String kind) throws ReaderException {
        Random random = new Random(15434);
        for (int round = 0; round < 200; round++) {
            String data = random.ints(1 + random.nextInt(60), ' ', 0x7F)
                    .mapToObj(character -> random.nextInt(4) == 0 ? "7" : Character.toString(character))
                    .collect(Collectors.joining());
            String expected = kind.startsWith("gs1") ? GS + data : data;
            assertThat(scanned(kind, data).text()).as("round %d", round).isEqualTo(expected);
        }
    }

    @Test
    void theQuietZoneIsPartOfThePicture() {
        assertThat(svg("qr", "A")).contains("viewBox=\"0 0 29 29\"", "M4 4h7v1").doesNotContain("width=\"29px\"");
        assertThat(svg("datamatrix", "A")).contains("viewBox=\"0 0 14 14\"");
        assertThat(svg("code128", "A")).contains("M10 10h");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "aztec, A",
                "'', A",
                "QR, A",
                "qr, ''",
                "datamatrix, A\\<FNC1>B",
                "code128, 气缸体",
                "gs1-datamatrix, 10气缸体",
                "gs1-datamatrix, ''"
            })
    void whatNoSymbolCanHoldIsRefused(String kind, String data) {
        assertThatThrownBy(() -> svg(kind, data)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gs1-datamatrix", "datamatrix", "iso15434-datamatrix", "qr", "code128"})
    void dataTooLongForTheSymbolIsRefused(String kind) {
        for (int length : new int[] {2400, 3200, 10_000, 100_000}) {
            String data = "aB!".repeat(length / 3 + 1).substring(0, length);
            assertThatThrownBy(() -> svg(kind, data)).as("%d", length).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
