package org.keyway.profile.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a workbook with one sheet. Numbers that a workbook doesn't keep exactly stand as texts. */
public final class XlsxWriter {
    private static final int LONGEST_NAME = 31;
    private static final int CHOICE_ROWS = 1000;
    /** What readers take for an escape (ECMA-376 Part 1, 22.9.2.19). */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private XlsxWriter() {}

    /**
     * The workbook of a table.
     *
     * @param header the index of the row in {@link Sheet#rows()} that stays in sight; those above it as well
     * @param choices by column, what may be chosen below the rows that there are
     * @throws IllegalArgumentException when a cell has more characters than workbooks hold, 32,767
     */
    public static byte[] write(Sheet sheet, int header, Map<Integer, List<String>> choices) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Keyway", null)) {
            Worksheet worksheet = workbook.newWorksheet(tab(sheet.name()));
            for (Sheet.Row row : sheet.rows()) {
                for (int column = 0; column < row.cells().size(); column++) {
                    put(worksheet, row.number() - 1, column, row.cell(column));
                }
            }
            int below = sheet.rows().size();
            choices.forEach((column, words) -> worksheet
                    .range(below, column, below + CHOICE_ROWS, column)
                    .validateWithListByFormula('"' + String.join(",", words) + '"'));
            worksheet.freezePane(1, sheet.rows().get(header).number());
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(Worksheet worksheet, int row, int column, Sheet.Cell cell) {
        if (cell.number() && SheetNumber.isKept(new BigDecimal(cell.text()))) {
            worksheet.value(row, column, new BigDecimal(cell.text()));
        } else if (!cell.text().isEmpty()) {
            if (cell.text().length() > SheetBounds.LONGEST_CELL) {
                throw new IllegalArgumentException("a cell of " + cell.text().length() + " characters");
            }
            worksheet.value(row, column, ESCAPE.matcher(cell.text()).replaceAll("_x005F_"));
        }
    }

    /** A name for a tab: no more than 31 characters, none of {@code []:*?/\}. */
    private static String tab(String name) {
        String safe = name.replaceAll("[\\[\\]:*?/\\\\']", "_").replaceAll("^#", "_");
        return safe.isEmpty() ? "Sheet1" : safe.substring(0, Math.min(safe.length(), LONGEST_NAME));
    }
}
