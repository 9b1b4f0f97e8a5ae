package org.keyway.identifier.digitallink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Issue;
import org.keyway.identifier.gs1.ApplicationIdentifier;
import org.keyway.identifier.gs1.ApplicationIdentifier.LinkRole;
import org.keyway.identifier.gs1.ApplicationIdentifiers;
import org.keyway.identifier.gs1.CheckedElement;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;

/** The path of a Digital Link: some stem, a primary key, its qualifiers in their order. The right-most key counts. */
final class LinkPath {
    private final ApplicationIdentifiers identifiers;

    LinkPath(ApplicationIdentifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** The place of the primary key among the segments; empty when the path is not that of a Digital Link. */
    Optional<Integer> key(List<String> segments) {
        for (int at = segments.size() - 2; at >= 0; at -= 2) {
            if (isKey(segments.get(at))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private boolean isKey(String segment) {
        return identifiers.find(segment).filter(i -> i.role() == LinkRole.KEY).isPresent();
    }

    /** Reads the pairs from the key on and adds what is wrong with them. */
    List<CheckedElement> read(List<String> segments, int key, List<Issue> issues) {
        List<CheckedElement> elements = new ArrayList<>();
        for (int at = key; at + 1 < segments.size(); at += 2) {
            if (elements.size() == LabelText.MOST_ELEMENTS) {
                issues.add(IssueCode.TOO_MANY_ELEMENTS.issue(Map.of("limit", LabelText.MOST_ELEMENTS)));
                break;
            }
            Optional<ApplicationIdentifier> identifier = identifiers.find(segments.get(at));
            if (identifier.isEmpty()) {
                issues.add(IssueCode.UNKNOWN_ELEMENT.issue(segments.get(at), Map.of()));
                break;
            }
            String value = PercentEncoding.decode(segments.get(at + 1), false);
            identifier.get().check(value).ifPresent(issues::add);
            elements.add(new CheckedElement(identifier.get(), value));
        }
        outOfOrder(elements).ifPresent(id -> issues.add(IssueCode.LINK_ORDER.issue(id, Map.of())));
        return elements;
    }

    /** The first qualifier that fits none of the key's sequences. */
    private static Optional<String> outOfOrder(List<CheckedElement> elements) {
        if (elements.size() < 2) {
            return Optional.empty();
        }
        List<String> given = elements.stream()
                .skip(1)
                .map(element -> element.identifier().id())
                .toList();
        int fitting = 0;
        for (List<String> sequence : elements.get(0).identifier().qualifiers()) {
            fitting = Math.max(fitting, fitting(given, sequence));
        }
        return fitting == given.size() ? Optional.empty() : Optional.of(given.get(fitting));
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
