package org.keyway.identifier.milstd130;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Element;

/**
 * A unique item identifier: issuing agency, enterprise, and a serial number that is unique within the enterprise
 * (construct 1) or within its part or lot number (construct 2).
 *
 * @param text concatenated; at most 50 capitals, digits, hyphens and slashes
 */
public record UniqueItemIdentifier(String text) {
    private static final int LONGEST = 50;

    // The agency's code that the enterprise's qualifier implies (table A-II, and the same for text elements).
    private static final Map<String, String> AGENCIES = Map.ofEntries(
            Map.entry("17V", "D"),
            Map.entry("12V", "UN"),
            Map.entry("3V", ""),
            Map.entry("7L", "LD"),
            Map.entry("18V", ""),
            Map.entry("CAG", "D"),
            Map.entry("MFR", "D"),
            Map.entry("SPL", "D"),
            Map.entry("DUN", "UN"),
            Map.entry("EUC", ""));
    private static final List<String> WHOLE = List.of("25S");
    private static final List<String> BEHIND_CAGE = List.of("18S", "USN", "UST");
    private static final List<String> WITHIN_ENTERPRISE = List.of("SER", "UCN");
    private static final List<String> WITHIN_PART = List.of("S", "SEQ");
    private static final List<String> PARTS = List.of("1P", "PNO", "1T", "LOT", "LTN");

    public UniqueItemIdentifier {
        if (!wellFormed(text)) {
            throw new IllegalArgumentException("no unique item identifier: " + text);
        }
    }

    /** Whether a text has the length and the characters of an identifier. */
    static boolean wellFormed(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
            if (!plain && c != '-' && c != '/') {
                return false;
            }
        }
        return true;
    }

    /**
     * The identifier that the elements of a label make, by data identifiers or text element identifiers; empty when they
     * make none, or one that breaks the standard's limits.
     */
    public static Optional<UniqueItemIdentifier> of(List<Element> elements) {
        return first(elements, WHOLE)
                .or(() -> first(elements, BEHIND_CAGE).map(serial -> "D" + serial))
                .or(() -> enterprise(elements).flatMap(enterprise -> behind(enterprise, elements)))
                .filter(UniqueItemIdentifier::wellFormed)
                .map(UniqueItemIdentifier::new);
    }

    private static Optional<String> enterprise(List<Element> elements) {
        return elements.stream()
                .filter(element -> AGENCIES.containsKey(element.id()))
                .map(element -> AGENCIES.get(element.id()) + element.value())
                .findFirst();
    }

    private static Optional<String> behind(String enterprise, List<Element> elements) {
        return first(elements, WITHIN_ENTERPRISE)
                .map(serial -> enterprise + serial)
                .or(() -> first(elements, PARTS)
                        .flatMap(part -> first(elements, WITHIN_PART).map(serial -> enterprise + part + serial)));
    }

    private static Optional<String> first(List<Element> elements, List<String> ids) {
        for (String id : ids) {
            for (Element element : elements) {
                if (element.id().equals(id)) {
                    return Optional.of(element.value());
                }
            }
        }
        return Optional.empty();
    }
}
