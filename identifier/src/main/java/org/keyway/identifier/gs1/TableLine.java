package org.keyway.identifier.gs1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One line of the built-in table of application identifiers: one identifier, or a range of them. */
final class TableLine {
    private static final int COLUMNS = 8;

    private TableLine() {}

    static List<ApplicationIdentifier> read(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("application identifiers: not " + COLUMNS + " columns: " + line);
        }
        return range(cells[0]).stream().map(id -> identifier(id, cells)).toList();
    }

    /** The identifiers of {@code 3100-3105}, or the one of {@code 01}. */
    static List<String> range(String written) {
        String[] ends = written.split("-", -1);
        int last = Integer.parseInt(ends[ends.length - 1]);
        List<String> ids = new ArrayList<>();
        for (int number = Integer.parseInt(ends[0]); number <= last; number++) {
            ids.add(String.format(Locale.ROOT, "%0" + ends[0].length() + "d", number));
        }
        return ids;
    }

    private static ApplicationIdentifier identifier(String id, String[] cells) {
        boolean key = cells[3].equals("key");
        return new ApplicationIdentifier(
                id,
                cells[1],
                cells[2].equals("fixed"),
                key,
                key || cells[3].equals("attribute"),
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
