package org.keyway.profile.workshopfile;

import org.keyway.profile.sheet.Sheet;

/** Where a cell stands, in one number, as a line of a text is: greater for what stands below or further right. */
final class CellPlace {
    private static final int COLUMNS = 1024;

    private CellPlace() {}

    /**
     * The place of a cell.
     *
     * @param row from 1
     * @param column from 0; all beyond the last that is read have one place
     */
    static int of(int row, int column) {
        return row * COLUMNS + Math.min(column, COLUMNS - 1);
    }

    static int row(int place) {
        return place / COLUMNS;
    }

    /** As programs for tables write it. */
    static String name(String sheet, int place) {
        return (sheet.isEmpty() ? "" : sheet + "!") + Sheet.letters(place % COLUMNS) + row(place);
    }
}
