package org.keyway.profile;

import java.util.Optional;
import org.keyway.identifier.Message;

/**
 * Something wrong with a workshop file.
 *
 * @param line from 1, of a sheet the row; 0 when it concerns the whole file
 * @param cell in a sheet, such as {@code B7}, in a workbook with the sheet's name before it, such as {@code hmc!B7}
 */
public record ImportProblem(String file, int line, Optional<String> cell, String code, Message message) {
    /** Where it is, as people write it: {@code file:line} or {@code file:cell}. */
    public String place() {
        return file + ":" + cell.orElseGet(() -> String.valueOf(line));
    }
}
