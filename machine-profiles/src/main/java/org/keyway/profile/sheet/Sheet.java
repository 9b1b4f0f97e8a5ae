package org.keyway.profile.sheet;

import java.util.List;

/**
 * A table.
 *
 * @param name what the tab of a workbook is called; empty for CSV
 * @param rows those with at least one cell that isn't blank, from the top
 */
public record Sheet(String name, List<Row> rows) {
    public Sheet {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param number from 1, as programs for tables count
     * @param cells from column A on; blank ones at the end are left out
     */
    public record Row(int number, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** The cell in a column, counted from 0; blank beyond the last. */
        public Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.BLANK;
        }
    }

    /**
     * A cell.
     *
     * @param text what it says; a number as a decimal with a point, a date as an instant in UTC, a truth value as {@code
     *     true} or {@code false}
     * @param number whether a workbook holds it as a number, not as a text
     */
    public record Cell(String text, boolean number) {
        /** Nothing. */
        public static final Cell BLANK = new Cell("", false);

        public static Cell of(String text) {
            return text.isEmpty() ? BLANK : new Cell(text, false);
        }

        public boolean isBlank() {
            return text.isBlank();
        }
    }

    /** A column's letters, such as {@code B} for 1. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
