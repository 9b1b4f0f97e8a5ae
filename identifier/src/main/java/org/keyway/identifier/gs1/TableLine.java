package org.keyway.identifier.gs1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One line of the table of application identifiers: one identifier, or a range of them. */
final class TableLine {
    private static final int COLUMNS = 8;

    private TableLine() {}

    static List<ApplicationIdentifier> read(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("application identifiers: not " + COLUMNS + " columns: " + line);
        }
        String[] range = cells[0].split("-", -1);
        int first = Integer.parseInt(range[0]);
        int last = Integer.parseInt(range[range.length - 1]);
        List<ApplicationIdentifier> identifiers = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            String id = String.format(Locale.ROOT, "%0" + range[0].length() + "d", number);
            identifiers.add(identifier(id, cells));
        }
        return identifiers;
    }

    private static ApplicationIdentifier identifier(String id, String[] cells) {
        return new ApplicationIdentifier(
                id,
                cells[1],
                cells[2].equals("fixed"),
                ApplicationIdentifier.LinkRole.valueOf(cells[3].toUpperCase(Locale.ROOT)),
                split(cells[4], "; ").stream().map(Field::of).toList(),
                split(cells[5], " and ").stream().map(TableLine::alternatives).toList(),
                split(cells[6], " "),
                split(cells[7], " \\| ").stream()
                        .map(sequence -> split(sequence, " "))
                        .toList());
    }

    private static List<List<String>> alternatives(String group) {
        return split(group, " or ").stream().map(set -> split(set, "\\+")).toList();
    }

    private static List<String> split(String cell, String separator) {
        return cell.equals("-") ? List.of() : Arrays.asList(cell.split(separator, -1));
    }
}
