package org.keyway.identifier.digitallink;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.Issue;
import org.keyway.identifier.gs1.ApplicationIdentifier;
import org.keyway.identifier.gs1.ApplicationIdentifiers;
import org.keyway.identifier.gs1.CheckedElement;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;

/** The query of a Digital Link: data attributes by number. Names that are no number are for others, and skipped. */
final class LinkQuery {
    private final ApplicationIdentifiers identifiers;
    private final LinkValues values;

    LinkQuery(ApplicationIdentifiers identifiers, LinkValues values) {
        this.identifiers = identifiers;
        this.values = values;
    }

    /** Reads the attributes beside the elements of the path and adds what is wrong with them. */
    List<CheckedElement> read(String query, List<CheckedElement> path, List<Issue> issues) {
        Set<String> taken = new HashSet<>();
        path.forEach(element -> taken.add(element.identifier().id()));
        List<CheckedElement> elements = new ArrayList<>();
        int parameters = path.size();
        for (String pair : WebAddress.split(query, 0, '&')) {
            if (pair.isEmpty()) {
                continue;
            }
            if (parameters++ == LabelText.MOST_ELEMENTS) {
                issues.add(IssueCode.TOO_MANY_ELEMENTS.issue(Map.of("limit", LabelText.MOST_ELEMENTS)));
                break;
            }
            int equals = pair.indexOf('=');
            if (equals < 0 || !numeric(pair, equals)) {
                continue;
            }
            String name = pair.substring(0, equals);
            Optional<ApplicationIdentifier> attribute = attribute(name, path).filter(i -> taken.add(name));
            if (attribute.isEmpty()) {
                issues.add(IssueCode.LINK_QUERY.issue(name, Map.of()));
                break;
            }
            String decoded = PercentEncoding.decode(pair.substring(equals + 1), true);
            elements.add(values.read(attribute.get(), decoded, issues));
        }
        return elements;
    }

    private Optional<ApplicationIdentifier> attribute(String name, List<CheckedElement> path) {
        return identifiers
                .find(name)
                .filter(ApplicationIdentifier::attribute)
                .filter(identifier -> !LinkOrder.belongs(path, name));
    }

    private static boolean numeric(String pair, int to) {
        for (int i = 0; i < to; i++) {
            if (pair.charAt(i) < '0' || pair.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
