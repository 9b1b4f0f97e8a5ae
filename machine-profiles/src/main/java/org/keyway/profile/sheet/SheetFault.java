package org.keyway.profile.sheet;

import java.util.Map;

/**
 * Something that can't be read in a file.
 *
 * @param sheet its tab; empty for CSV and where the whole file is concerned
 * @param row from 1; 0 where the whole sheet is concerned
 * @param column from 0
 * @param facts {@code reason}, {@code what}, {@code limit}, {@code value}, as the kind has them
 */
public record SheetFault(String sheet, int row, int column, Kind kind, Map<String, Object> facts) {
    public SheetFault {
        facts = Map.copyOf(facts);
    }

    /** What is wrong. */
    public enum Kind {
        /** Not a file of its kind, or broken; {@code reason}. */
        UNREADABLE,
        /** More than {@code limit} of {@code what}. */
        TOO_LARGE,
        /** Not UTF-8, or a character that no table holds; {@code value}. */
        CHARACTERS,
        /** A quoted cell of CSV has no end, or goes on behind its end. */
        QUOTES,
        /** A spreadsheet's own formula: what it would give is not what somebody entered. */
        FORMULA,
        /** A spreadsheet's error, such as {@code #N/A}; {@code value}. */
        ERROR_VALUE,
        /** The sheet is merged, dated or numbered in a way that has no meaning here; {@code value}. */
        NO_VALUE
    }
}
