package org.keyway.profile.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which styles of a workbook show numbers as dates (ECMA-376 Part 1, 18.8.30). */
final class DateStyles {
    private final List<Boolean> dated = new ArrayList<>();

    DateStyles(Optional<byte[]> part) throws SheetException {
        if (part.isEmpty()) {
            return;
        }
        Map<String, String> formats = new HashMap<>();
        boolean styles = false;
        XmlEvents events = new XmlEvents(part.get());
        while (events.next()) {
            styles = events.starts("cellXfs") || (styles && !events.ends("cellXfs"));
            if (events.starts("numFmt")) {
                formats.put(events.attribute("numFmtId"), events.attribute("formatCode"));
            } else if (styles && events.starts("xf")) {
                dated.add(isDate(events.attribute("numFmtId"), formats));
            }
        }
    }

    private static boolean isDate(String id, Map<String, String> formats) {
        String code = formats.get(id);
        if (code == null) {
            int number = id.matches("\\d{1,5}") ? Integer.parseInt(id) : 0;
            return (number >= 14 && number <= 22)
                    || (number >= 27 && number <= 36)
                    || (number >= 45 && number <= 47)
                    || (number >= 50 && number <= 58);
        }
        // What stands in quotes, in brackets or behind a backslash is shown as it is.
        String shown = code.replaceAll("\"[^\"]*\"|\\\\.|_.|\\[[^\\]]*\\]", "");
        return shown.matches("(?is).*[ymdhs].*") && !shown.equalsIgnoreCase("general");
    }

    boolean isDate(String style) {
        int number = style.matches("\\d{1,6}") ? Integer.parseInt(style) : 0;
        return number < dated.size() && dated.get(number);
    }
}
