package org.keyway.identifier.digitallink;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.Issue;
import org.keyway.identifier.gs1.ApplicationIdentifier;
import org.keyway.identifier.gs1.ApplicationIdentifier.LinkRole;
import org.keyway.identifier.gs1.ApplicationIdentifiers;
import org.keyway.identifier.gs1.CheckedElement;
import org.keyway.identifier.scheme.IssueCode;

/** The query of a Digital Link: data attributes by number. Names that are no number are for others, and skipped. */
final class LinkQuery {
    private final ApplicationIdentifiers identifiers;

    LinkQuery(ApplicationIdentifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** Reads the attributes beside the elements of the path and adds what is wrong with them. */
    List<CheckedElement> read(String query, List<CheckedElement> path, List<Issue> issues) {
        if (query.isEmpty()) {
            return List.of();
        }
        Set<String> taken = new HashSet<>();
        path.forEach(element -> taken.add(element.identifier().id()));
        path.get(0).identifier().qualifiers().forEach(taken::addAll);
        List<CheckedElement> elements = new ArrayList<>();
        for (String pair : WebAddress.split(query, 0, '&')) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!numeric(name)) {
                continue;
            }
            Optional<ApplicationIdentifier> attribute =
                    identifiers.find(name).filter(i -> i.role() == LinkRole.ATTRIBUTE && equals > 0);
            if (attribute.isEmpty() || !taken.add(name)) {
                issues.add(IssueCode.LINK_QUERY.issue(name, Map.of()));
                break;
            }
            String value = PercentEncoding.decode(pair.substring(equals + 1), true);
            attribute.get().check(value).ifPresent(issues::add);
            elements.add(new CheckedElement(attribute.get(), value));
        }
        return elements;
    }

    private static boolean numeric(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
