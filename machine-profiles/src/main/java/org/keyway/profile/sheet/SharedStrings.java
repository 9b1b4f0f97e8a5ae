package org.keyway.profile.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts that cells refer to by number (ECMA-376 Part 1, 18.4). */
final class SharedStrings {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> texts = new ArrayList<>();

    SharedStrings(Optional<byte[]> part) throws SheetException {
        if (part.isEmpty()) {
            return;
        }
        XmlEvents events = new XmlEvents(part.get());
        while (events.next()) {
            if (events.starts("si")) {
                if (texts.size() >= SheetBounds.MOST_CELLS) {
                    throw new SheetException(SheetBounds.tooLarge("", 0, 0, "shared texts", SheetBounds.MOST_CELLS));
                }
                texts.add(item(events, "si"));
            }
        }
    }

    /** The text of an item: its runs joined, what only says how to pronounce it (18.4.6) left out. */
    static String item(XmlEvents events, String element) throws SheetException {
        StringBuilder text = new StringBuilder();
        boolean spoken = false;
        while (events.next() && !events.ends(element)) {
            spoken = events.starts("rPh") || (spoken && !events.ends("rPh"));
            if (events.starts("t")) {
                String run = events.text();
                text.append(spoken ? "" : run);
            }
        }
        return unescaped(text.toString());
    }

    /** {@code _x000D_} stands for a character that XML can't hold (22.9.2.19, ST_Xstring). */
    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPE.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    Optional<String> text(String index) {
        int number = index.matches("\\d{1,7}") ? Integer.parseInt(index) : -1;
        return number >= 0 && number < texts.size() ? Optional.of(texts.get(number)) : Optional.empty();
    }
}
