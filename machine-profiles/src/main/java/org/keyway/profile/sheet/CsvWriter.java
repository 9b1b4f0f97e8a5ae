package org.keyway.profile.sheet;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Writes CSV (RFC 4180): UTF-8 with a byte order mark, since spreadsheets take it for a code page otherwise; comma, CR LF.
 * What a cell says is the caller's: nothing is changed in it.
 */
public final class CsvWriter {
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",;\t\r\n]|^\\s|\\s$");

    private CsvWriter() {}

    /** The file of a table. */
    public static byte[] write(Sheet sheet) {
        StringBuilder out = new StringBuilder("\uFEFF");
        for (Sheet.Row row : sheet.rows()) {
            for (int column = 0; column < row.cells().size(); column++) {
                out.append(column == 0 ? "" : ",")
                        .append(quoted(row.cell(column).text()));
            }
            out.append("\r\n");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
