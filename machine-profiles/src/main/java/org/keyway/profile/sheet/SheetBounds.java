package org.keyway.profile.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gathers the rows of one sheet, and ends the reading when there are too many of anything. */
final class SheetBounds {
    static final int MOST_ROWS = 100_000;
    /** The last row that a spreadsheet has. */
    private static final int LAST_ROW = 1_048_576;

    static final int MOST_COLUMNS = 1000;
    static final int MOST_CELLS = 1_000_000;
    /** What a cell of a spreadsheet holds at most (ECMA-376 Part 1, 18.3.1.4 as implemented: 32,767). */
    static final int LONGEST_CELL = 32_767;

    private final String sheet;
    private final List<Sheet.Row> rows = new ArrayList<>();
    private List<Sheet.Cell> cells = new ArrayList<>();
    private int filled;

    SheetBounds(String sheet) {
        this.sheet = sheet;
    }

    static SheetFault tooLarge(String sheet, int row, int column, String what, int limit) {
        return new SheetFault(sheet, row, column, SheetFault.Kind.TOO_LARGE, Map.of("what", what, "limit", limit));
    }

    /** Puts a cell into the row that is being read; blank ones are put in up to it. */
    void put(int row, int column, Sheet.Cell cell) throws SheetException {
        check(row <= LAST_ROW, row, column, "rows", LAST_ROW);
        check(column < MOST_COLUMNS, row, column, "columns", MOST_COLUMNS);
        check(cell.text().length() <= LONGEST_CELL, row, column, "characters in a cell", LONGEST_CELL);
        if (cell.isBlank()) {
            return;
        }
        filled++;
        check(filled <= MOST_CELLS, row, column, "cells", MOST_CELLS);
        while (cells.size() <= column) {
            cells.add(Sheet.Cell.BLANK);
        }
        cells.set(column, cell);
    }

    void endRow(int row) throws SheetException {
        if (cells.isEmpty()) {
            return;
        }
        check(rows.size() < MOST_ROWS, row, 0, "rows", MOST_ROWS);
        rows.add(new Sheet.Row(row, cells));
        cells = new ArrayList<>();
    }

    private void check(boolean holds, int row, int column, String what, int limit) throws SheetException {
        if (!holds) {
            throw new SheetException(tooLarge(sheet, row, column, what, limit));
        }
    }

    Sheet sheet() {
        return new Sheet(sheet, rows);
    }
}
