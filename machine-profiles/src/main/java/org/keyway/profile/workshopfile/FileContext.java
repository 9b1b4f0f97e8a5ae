package org.keyway.profile.workshopfile;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What all mappings of one file share.
 *
 * @param variables the values of <code>${NAME}</code> in texts
 * @param sheet where nodes have the {@link CellPlace} of a sheet for a line, the sheet's name
 */
record FileContext(String file, Map<String, String> variables, Problems problems, Optional<String> sheet) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?}");

    void problem(int line, ImportCode code, Map<String, ?> facts) {
        if (sheet.isEmpty() || line == 0) {
            problems.add(file, line, code, facts);
        } else {
            Optional<String> cell = Optional.of(CellPlace.name(sheet.get(), line));
            problems.add(file, CellPlace.row(line), cell, code, facts);
        }
    }

    /** The line of a file, or the row of a sheet, of a node. */
    int lineOf(int line) {
        return sheet.isEmpty() ? line : CellPlace.row(line);
    }

    String replaceVariables(String text, int line) {
        if (!text.contains("${")) {
            return text;
        }
        Matcher matcher = VARIABLE.matcher(text);
        return matcher.replaceAll(found -> {
            String value = variables.getOrDefault(found.group(1), found.group(2));
            if (value == null) {
                problem(line, ImportCode.UNKNOWN_VARIABLE, Map.of("name", found.group(1)));
            }
            return Matcher.quoteReplacement(value == null ? "" : value);
        });
    }
}
