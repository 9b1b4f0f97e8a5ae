package org.keyway.identifier.digitallink;

import java.util.List;
import java.util.Optional;
import org.keyway.identifier.gs1.ApplicationIdentifier;
import org.keyway.identifier.gs1.CheckedElement;

/** The order of the qualifiers behind a primary key: each key has one or several sequences, all of it optional. */
final class LinkOrder {
    private LinkOrder() {}

    /** The first qualifier that fits none of the key's sequences; the key comes first among the elements. */
    static Optional<String> misplaced(List<CheckedElement> path) {
        if (path.size() < 2) {
            return Optional.empty();
        }
        List<String> given = qualifiers(path);
        int fitting = 0;
        for (List<String> sequence : path.get(0).identifier().qualifiers()) {
            fitting = Math.max(fitting, fitting(given, sequence));
        }
        return fitting == given.size() ? Optional.empty() : Optional.of(given.get(fitting));
    }

    /** Whether an element would have its place among these qualifiers, so that it must not stand in the query. */
    static boolean belongs(List<CheckedElement> path, String id) {
        List<String> given = qualifiers(path);
        return path.get(0).identifier().qualifiers().stream()
                .anyMatch(sequence -> sequence.contains(id) && fitting(given, sequence) == given.size());
    }

    /** Whether these qualifiers, in this order, may follow the key. */
    static boolean fits(ApplicationIdentifier key, List<String> given) {
        return key.qualifiers().stream().anyMatch(sequence -> fitting(given, sequence) == given.size());
    }

    private static List<String> qualifiers(List<CheckedElement> path) {
        return path.stream().skip(1).map(element -> element.identifier().id()).toList();
    }

    private static int fitting(List<String> given, List<String> sequence) {
        int from = 0;
        for (int i = 0; i < given.size(); i++) {
            int at = sequence.subList(from, sequence.size()).indexOf(given.get(i));
            if (at < 0) {
                return i;
            }
            from += at + 1;
        }
        return given.size();
    }
}
