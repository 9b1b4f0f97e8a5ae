package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.profile.sheet.Sheet;
import org.keyway.profile.sheet.SheetFault;
import org.keyway.profile.sheet.SheetFault.Kind;
import org.keyway.profile.sheet.SheetFile;
import org.keyway.profile.sheet.SheetFile.Format;
import org.keyway.profile.workshopfile.StoredWorkshop;
import org.keyway.profile.workshopfile.WorkshopReader;
import org.keyway.profile.workshopfile.WorkshopText;

/** Files that are too much, or not what they say. */
final class HostileSheetTest {
    private static final String SHEET = "<worksheet><sheetData>%s</sheetData></worksheet>";

    private static SheetFile.Content csv(String text) {
        return SheetFile.read(Format.CSV, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> workbook(String cells) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("xl/worksheets/sheet1.xml", SHEET.formatted(cells));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r='urn:r'><sheets><sheet name='hmc' r:id='1'/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='1' Target='worksheets/sheet1.xml'/></Relationships>");
        return parts;
    }

    private static SheetFile.Content xlsx(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return SheetFile.read(Format.XLSX, out.toByteArray());
    }

    private static void assertRefused(SheetFile.Content content, Kind kind) {
        assertThat(content.sheets()).isEmpty();
        assertThat(content.faults()).extracting(SheetFault::kind).containsExactly(kind);
    }

    private static List<String> row(SheetFile.Content content) {
        assertThat(content.faults()).isEmpty();
        return content.sheets().get(0).rows().get(0).cells().stream()
                .map(Sheet.Cell::text)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a;b", "a\tb", "\uFEFFa,b", "\"a\",\"b\"", "a,b\r\n", "a,b\n\n"})
    void commaSemicolonOrTabWithOrWithoutAMark(String text) {
        assertThat(row(csv(text))).containsExactly("a", "b");
    }

    @Test
    void quotesHoldSeparatorsLinesAndQuotes() {
        assertThat(row(csv("\"a,\"\"b\"\"\r\nc\",d"))).containsExactly("a,\"b\"\r\nc", "d");
    }

    @Test
    void aFileOfTwoHundredMegabytesIsRefusedBeforeItIsRead() {
        assertRefused(SheetFile.read(Format.CSV, new byte[200_000_000]), Kind.TOO_LARGE);
        assertRefused(SheetFile.read(Format.XLSX, new byte[200_000_000]), Kind.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ",", "\"", "x,", "\n", " "})
    void whateverIsRepeatedWithoutAnEndComesToAnEnd(String piece) {
        SheetFile.Content content = csv(piece.repeat(9_000_000 / piece.length()));
        assertThat(content.sheets().stream()
                        .mapToInt(sheet -> sheet.rows().size())
                        .sum())
                .isLessThan(100_001);
        assertThat(content.faults().size()).isLessThanOrEqualTo(1);
    }

    @Test
    void oneEndlessLineIsRefused() {
        assertRefused(csv("x".repeat(9_000_000)), Kind.TOO_LARGE);
        assertRefused(csv("x,".repeat(2000)), Kind.TOO_LARGE);
        assertRefused(csv("\"" + "x\n".repeat(50_000)), Kind.TOO_LARGE);
    }

    @Test
    void moreRowsOrCellsThanAnybodyReadsAreRefused() {
        assertRefused(csv("x\n".repeat(100_001)), Kind.TOO_LARGE);
        assertRefused(csv(("x" + ",x".repeat(99) + "\n").repeat(10_001)), Kind.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\"a\u0000\"", "a\u001Bb", "a\u0085"})
    void controlCharactersAreRefused(String text) {
        assertRefused(csv(text), Kind.CHARACTERS);
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        assertRefused(SheetFile.read(Format.CSV, new byte[] {'i', 'd', (byte) 0xC7, (byte) 0xD7}), Kind.CHARACTERS);
        // Half of a surrogate pair, as no UTF-8 may have it (RFC 3629, 3).
        assertRefused(SheetFile.read(Format.CSV, new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}), Kind.CHARACTERS);
        assertRefused(SheetFile.read(Format.CSV, "id,product".getBytes(StandardCharsets.UTF_16)), Kind.CHARACTERS);
    }

    @Test
    void quotesThatDoNotEndOrGoOnAreRefused() {
        assertRefused(csv("\"a"), Kind.QUOTES);
        assertRefused(csv("\"a\"b,c"), Kind.QUOTES);
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() {
        Map<String, String> parts = workbook("");
        parts.put("xl/media/picture.xml", "0".repeat(101_000_000));
        assertRefused(xlsx(parts), Kind.TOO_LARGE);
    }

    @Test
    void aBombInAPartThatNobodyReadsIsRefusedAsWell() {
        Map<String, String> parts = workbook("");
        parts.put("xl/media/picture.png", "0".repeat(101_000_000));
        assertRefused(xlsx(parts), Kind.TOO_LARGE);
    }

    @Test
    void tooManyPartsOrSharedTextsAreRefused() {
        Map<String, String> parts = workbook("");
        IntStream.range(0, 1001).forEach(index -> parts.put("p" + index + ".xml", ""));
        assertRefused(xlsx(parts), Kind.TOO_LARGE);
        Map<String, String> texts = workbook("");
        texts.put("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(1_000_001) + "</sst>");
        assertRefused(xlsx(texts), Kind.TOO_LARGE);
    }

    @Test
    void tooManyCellsRowsOrColumnsAreRefused() {
        assertRefused(xlsx(workbook("<row r='1'>" + "<c><v>1</v></c>".repeat(1001) + "</row>")), Kind.TOO_LARGE);
        assertRefused(xlsx(workbook("<row><c><v>1</v></c></row>".repeat(100_001))), Kind.TOO_LARGE);
        assertRefused(xlsx(workbook("<row r='9999999'><c><v>1</v></c></row>")), Kind.TOO_LARGE);
    }

    @Test
    void documentTypesAndEntitiesAreNeverFollowed() {
        Map<String, String> parts = workbook("");
        parts.put(
                "xl/sharedStrings.xml",
                "<!DOCTYPE sst [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><sst><si><t>&a;</t></si></sst>");
        assertRefused(xlsx(parts), Kind.UNREADABLE);
        parts.put(
                "xl/sharedStrings.xml",
                "<!DOCTYPE sst [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><sst><si><t>&b;</t></si></sst>");
        assertRefused(xlsx(parts), Kind.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "id,product", "<xml/>"})
    void whatIsNoWorkbookIsRefused(String text) {
        assertRefused(SheetFile.read(Format.XLSX, text.getBytes(StandardCharsets.UTF_8)), Kind.UNREADABLE);
    }

    @Test
    void aWorkbookCutAnywhereIsRefusedOrReadAndNothingIsThrown() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part :
                    workbook("<row r='1'><c r='A1'><v>1</v></c></row>").entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] whole = out.toByteArray();
        for (int length = 0; length < whole.length; length++) {
            SheetFile.Content content = SheetFile.read(Format.XLSX, Arrays.copyOf(whole, length));
            assertThat(content.faults().isEmpty()).isEqualTo(!content.sheets().isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.1000000000000001, 1.1",
        "0.30000000000000004, 0.30000000000000004",
        "0.29999999999999999, 0.3",
        "1234567890123.45, 1234567890123.45",
        "12345678901234567890.125, 12345678901234567890.125",
        "1E3, 1000",
        "-2.5E-3, -0.0025",
        "1E-7, 1E-7",
        "2.2999999999999998, 2.3"
    })
    void aNumberIsTheDecimalThatWasTyped(String written, String typed) {
        assertThat(row(xlsx(workbook("<row r='1'><c r='A1'><v>" + written + "</v></c></row>"))))
                .containsExactly(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "14, 46053, 2026-01-31T00:00:00Z",
        "22, 46053.75, 2026-01-31T18:00:00Z",
        "164, 46053.000011574074, 2026-01-31T00:00:01Z",
        "165, 46053, 46053",
        "0, 46053, 46053"
    })
    void aDateIsAnInstantInUtc(String format, String days, String expected) {
        Map<String, String> parts = workbook("<row r='1'><c r='A1' s='1'><v>" + days + "</v></c></row>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd hh:mm'/>"
                        + "<numFmt numFmtId='165' formatCode='0.00\" days\"'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='"
                        + format + "'/></cellXfs></styleSheet>");
        assertThat(row(xlsx(parts))).containsExactly(expected);
    }

    @Test
    void formulasAndErrorsOfASpreadsheetAreToldByCell() {
        SheetFile.Content content = xlsx(
                workbook(
                        "<row r='2'><c r='B2'><f>0.1+0.2</f><v>0.30000000000000004</v></c><c r='C2' t='e'><v>#N/A</v></c></row>"));

        assertThat(content.faults())
                .extracting(SheetFault::kind, SheetFault::row, SheetFault::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.FORMULA, 2, 1),
                        org.assertj.core.groups.Tuple.tuple(Kind.ERROR_VALUE, 2, 2));
    }

    @Test
    void escapedCharactersComeBackOrAreRefused() {
        assertThat(row(xlsx(workbook("<row r='1'><c r='A1' t='inlineStr'><is><t>a_x005F_x0041_</t></is></c></row>"))))
                .containsExactly("a_x0041_");
        assertThat(xlsx(workbook("<row r='1'><c r='A1' t='inlineStr'><is><t>a_x0000_</t></is></c></row>"))
                        .faults())
                .extracting(SheetFault::kind)
                .containsExactly(Kind.CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: Product\nid: A\nfamily: F\nattributes: {a: 1e999999999}\n",
                "kind: Product\nid: A\nfamily: F\nattributes: {a: 1e-999999999}\n",
                "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
            })
    void aSmallWorkshopFileThatWouldGrowLargeIsRefused(String yaml) {
        assertThat(WorkshopReader.read(List.of(new WorkshopText("f", yaml)), Map.of(), StoredWorkshop.EMPTY))
                .isInstanceOf(WorkshopReader.Outcome.Wrong.class);
    }

    @Test
    void aDeepOrLongWorkshopFileIsRefused() {
        for (String yaml : List.of("a: " + "[".repeat(5000), "a: " + "{b: ".repeat(5000), "x".repeat(10_000_001))) {
            assertThat(WorkshopReader.read(List.of(new WorkshopText("f", yaml)), Map.of(), StoredWorkshop.EMPTY))
                    .isInstanceOf(WorkshopReader.Outcome.Wrong.class);
        }
    }
}
