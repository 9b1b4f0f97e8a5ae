package org.keyway.identifier.digitallink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Issue;
import org.keyway.identifier.gs1.ApplicationIdentifier;
import org.keyway.identifier.gs1.ApplicationIdentifiers;
import org.keyway.identifier.gs1.CheckedElement;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;

/** The path of a Digital Link: some stem, a primary key, its qualifiers in their order. The right-most key counts. */
final class LinkPath {
    private static final int LONGEST_ID = 4;

    private final ApplicationIdentifiers identifiers;
    private final LinkValues values;

    LinkPath(ApplicationIdentifiers identifiers, LinkValues values) {
        this.identifiers = identifiers;
        this.values = values;
    }

    /** The place of the primary key among the segments; empty when the path is not that of a Digital Link. */
    Optional<Integer> key(List<String> segments) {
        for (int at = segments.size() - 2; at >= 0 && numeric(segments.get(at)); at -= 2) {
            if (isKey(segments.get(at))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Whether a primary key has an empty segment for its value, so that what follows cannot be paired. */
    boolean keyWithoutValue(List<String> segments) {
        for (int at = 0; at + 1 < segments.size(); at++) {
            if (segments.get(at + 1).isEmpty() && isKey(segments.get(at))) {
                return true;
            }
        }
        return false;
    }

    private boolean isKey(String segment) {
        return identifiers.find(segment).filter(ApplicationIdentifier::key).isPresent();
    }

    private static boolean numeric(String segment) {
        if (segment.length() < 2 || segment.length() > LONGEST_ID) {
            return false;
        }
        return segment.chars().allMatch(c -> c >= '0' && c <= '9');
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
            elements.add(values.read(identifier.get(), PercentEncoding.decode(segments.get(at + 1), false), issues));
        }
        LinkOrder.misplaced(elements).ifPresent(id -> issues.add(IssueCode.LINK_ORDER.issue(id, Map.of())));
        return elements;
    }
}
