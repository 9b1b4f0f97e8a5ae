package org.keyway.identifier.labelprofile;

import java.util.Arrays;
import java.util.List;
import org.keyway.identifier.Element;

/**
 * That one of several elements is there: {@code P}, {@code S|T}, or {@code 12P:GTL3} for one whose value begins so.
 *
 * @param alternatives of which one is enough
 */
record ElementCondition(List<String> alternatives) {
    static List<ElementCondition> all(String text) {
        return Arrays.stream(text.trim().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> new ElementCondition(List.of(word.split("\\|"))))
                .toList();
    }

    /** How much it says of a label that it is met: a value says most, one of several elements least. */
    int weight() {
        if (alternatives.stream().allMatch(one -> one.indexOf(':') >= 0)) {
            return 10;
        }
        return alternatives.size() == 1 ? 2 : 1;
    }

    boolean metBy(List<Element> elements) {
        return alternatives.stream().anyMatch(one -> elements.stream().anyMatch(element -> meets(element, one)));
    }

    private static boolean meets(Element element, String alternative) {
        int colon = alternative.indexOf(':');
        return colon < 0
                ? element.id().equals(alternative)
                : element.id().equals(alternative.substring(0, colon))
                        && element.value().startsWith(alternative.substring(colon + 1));
    }
}
