package org.keyway.profile.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.sheet.SheetFault.Kind;

/**
 * Reads the sheets of a workbook. Values only: a cell with a spreadsheet's formula is a fault, since what stands there was
 * computed elsewhere, maybe long ago. Sheets whose names begin with {@code #} are for people.
 */
final class XlsxReader {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final int MOST_SHEETS = 100;
    private static final int LONGEST_SHOWN = 40;
    private static final int MOST_FAULTS = 1000;

    private final XlsxPackage parts;
    private final SharedStrings texts;
    private final DateStyles styles;
    private final List<SheetFault> faults;
    private final List<Tab> tabs = new ArrayList<>();
    private boolean since1904;

    XlsxReader(byte[] packed, List<SheetFault> faults) throws SheetException {
        this.faults = faults;
        parts = new XlsxPackage(packed);
        texts = new SharedStrings(parts.part("xl/sharedStrings.xml"));
        styles = new DateStyles(parts.part("xl/styles.xml"));
    }

    private record Tab(String name, String part) {}

    List<Sheet> read() throws SheetException {
        readWorkbook(relations());
        List<Sheet> read = new ArrayList<>();
        for (Tab tab : tabs) {
            byte[] part = parts.part(tab.part())
                    .orElseThrow(() -> SheetException.unreadable("a sheet is missing in the workbook"));
            read.add(readSheet(tab.name(), new XmlEvents(part)));
        }
        return read;
    }

    private Map<String, String> relations() throws SheetException {
        Map<String, String> targets = new HashMap<>();
        Optional<byte[]> part = parts.part("xl/_rels/workbook.xml.rels");
        if (part.isPresent()) {
            XmlEvents events = new XmlEvents(part.get());
            while (events.next()) {
                if (events.starts("Relationship")) {
                    targets.put(events.attribute("Id"), target(events.attribute("Target")));
                }
            }
        }
        return targets;
    }

    /** Within the package only; what points elsewhere finds no part. */
    private static String target(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private void readWorkbook(Map<String, String> targets) throws SheetException {
        byte[] part = parts.part(WORKBOOK).orElseThrow(() -> SheetException.unreadable("not a workbook"));
        XmlEvents events = new XmlEvents(part);
        while (events.next()) {
            if (events.starts("workbookPr")) {
                String flag = events.attribute("date1904");
                since1904 = flag.equals("1") || flag.equals("true");
            } else if (events.starts("sheet") && !events.attribute("name").startsWith("#")) {
                String target = targets.getOrDefault(events.attribute("id"), "");
                tabs.add(new Tab(events.attribute("name"), target));
            }
        }
        if (tabs.size() > MOST_SHEETS) {
            throw new SheetException(SheetBounds.tooLarge("", 0, 0, "sheets", MOST_SHEETS));
        }
    }

    private Sheet readSheet(String name, XmlEvents events) throws SheetException {
        SheetBounds bounds = new SheetBounds(name);
        int row = 0;
        int column = -1;
        while (events.next()) {
            if (events.starts("row")) {
                row = following(events.attribute("r"), row);
                column = -1;
            } else if (events.starts("c")) {
                column = column(events.attribute("r"), row, column);
                bounds.put(row, column, cell(name, row, column, events));
            } else if (events.ends("row")) {
                bounds.endRow(row);
            }
        }
        return bounds.sheet();
    }

    private static int following(String written, int before) throws SheetException {
        int row = written.isEmpty() ? before + 1 : written.matches("\\d{1,7}") ? Integer.parseInt(written) : 0;
        if (row <= before) {
            throw SheetException.unreadable("rows out of order");
        }
        return row;
    }

    private static int column(String reference, int row, int before) throws SheetException {
        if (reference.isEmpty()) {
            return before + 1;
        }
        if (!reference.matches("[A-Z]{1,3}" + row)) {
            throw SheetException.unreadable("cells out of order");
        }
        int column = 0;
        for (int i = 0; Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        if (column - 1 <= before) {
            throw SheetException.unreadable("cells out of order");
        }
        return column - 1;
    }

    private Sheet.Cell cell(String sheet, int row, int column, XmlEvents events) throws SheetException {
        String type = events.attribute("t");
        String style = events.attribute("s");
        String value = "";
        boolean formula = false;
        while (events.next() && !events.ends("c")) {
            if (events.starts("f")) {
                formula = true;
            } else if (events.starts("v")) {
                value = events.text();
            } else if (events.starts("is")) {
                value = SharedStrings.item(events, "is");
            }
        }
        if (formula) {
            fault(sheet, row, column, Kind.FORMULA, value);
            return Sheet.Cell.BLANK;
        }
        Optional<Sheet.Cell> cell = value.isEmpty() ? Optional.of(Sheet.Cell.BLANK) : cell(type, style, value);
        if (cell.isEmpty()) {
            fault(sheet, row, column, type.equals("e") ? Kind.ERROR_VALUE : Kind.NO_VALUE, value);
        }
        return checked(sheet, row, column, cell.orElse(Sheet.Cell.BLANK));
    }

    private Optional<Sheet.Cell> cell(String type, String style, String value) {
        return switch (type) {
            case "s" -> texts.text(value).map(Sheet.Cell::of);
            case "inlineStr" -> Optional.of(Sheet.Cell.of(value));
            case "str" -> Optional.of(Sheet.Cell.of(SharedStrings.unescaped(value)));
            case "b" -> Optional.of(Sheet.Cell.of(value.equals("1") ? "true" : "false"));
            case "d" -> Optional.of(Sheet.Cell.of(value));
            case "", "n" -> SheetNumber.typed(value).flatMap(number -> number(number, style));
            default -> Optional.empty();
        };
    }

    private Optional<Sheet.Cell> number(BigDecimal number, String style) {
        return styles.isDate(style)
                ? SheetNumber.instant(number, since1904).map(instant -> Sheet.Cell.of(instant.toString()))
                : Optional.of(new Sheet.Cell(text(number), true));
    }

    private static String text(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toString();
    }

    /** Escapes (22.9.2.19) bring characters back that no table holds. */
    private Sheet.Cell checked(String sheet, int row, int column, Sheet.Cell cell) {
        Optional<String> bad = cell.text()
                .codePoints()
                .filter(XlsxReader::isForbidden)
                .mapToObj("U+%04X"::formatted)
                .findFirst();
        bad.ifPresent(character -> fault(sheet, row, column, Kind.CHARACTERS, character));
        return bad.isPresent() ? Sheet.Cell.BLANK : cell;
    }

    private static boolean isForbidden(int character) {
        boolean space = character == '\t' || character == '\n' || character == '\r';
        return (Character.isISOControl(character) && !space) || Character.getType(character) == Character.SURROGATE;
    }

    private void fault(String sheet, int row, int column, Kind kind, String value) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new SheetFault(
                    sheet,
                    row,
                    column,
                    kind,
                    Map.of("value", value.substring(0, Math.min(value.length(), LONGEST_SHOWN)))));
        }
    }
}
