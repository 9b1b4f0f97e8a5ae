package org.keyway.identifier.digitallink;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.Element;
import org.keyway.identifier.gs1.ApplicationIdentifier;
import org.keyway.identifier.gs1.ApplicationIdentifiers;
import org.keyway.identifier.scheme.IssueCode;

/**
 * Writes the elements of a sound GS1 label as a Digital Link (GS1 Digital Link Standard: URI Syntax, clause 4): the first
 * primary key and its qualifiers in the path, all else in the query, elements of predefined length first.
 */
public final class DigitalLinkMaker {
    /** Where a link leads when nobody says otherwise. */
    public static final String CANONICAL_STEM = "https://id.gs1.org";

    private final ApplicationIdentifiers identifiers;

    @Inject
    public DigitalLinkMaker(ApplicationIdentifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** The canonical link of these elements. */
    public MadeLink canonical(List<Element> elements) {
        return make(CANONICAL_STEM, elements);
    }

    /** The canonical link of a label that was a link itself, from its elements in their order: its path stays its path. */
    public MadeLink canonicalOfLink(List<Element> elements) {
        return elements.stream()
                .findFirst()
                .flatMap(element -> identifiers.find(element.id()))
                .filter(ApplicationIdentifier::key)
                .map(key -> make(CANONICAL_STEM, givenPath(key, elements), elements))
                .orElseGet(() -> canonical(elements));
    }

    /**
     * The link of these elements at an address of one's own. Elements that repeat are written once.
     *
     * @param stem scheme, host and the beginning of the path; with or without a slash at its end
     */
    public MadeLink make(String stem, List<Element> elements) {
        Optional<ApplicationIdentifier> key = elements.stream()
                .flatMap(element -> identifiers.find(element.id()).stream())
                .filter(ApplicationIdentifier::key)
                .findFirst();
        if (key.isEmpty()) {
            return new MadeLink.Refused(IssueCode.LINK_WITHOUT_KEY.issue());
        }
        return make(stem, path(key.get(), elements), elements);
    }

    private MadeLink make(String stem, List<Element> path, List<Element> elements) {
        List<Element> query = query(path, elements);
        for (Element element : query) {
            if (identifiers
                    .find(element.id())
                    .filter(ApplicationIdentifier::attribute)
                    .isEmpty()) {
                return new MadeLink.Refused(IssueCode.LINK_ATTRIBUTE.issue(element.id(), Map.of()));
            }
        }
        return new MadeLink.Link(write(stem, path, query));
    }

    /** No element of a link's query could stand in its path, so the path ends where the next element doesn't fit. */
    private static List<Element> givenPath(ApplicationIdentifier key, List<Element> elements) {
        List<String> ids = elements.stream().map(Element::id).toList();
        int end = 1;
        while (end < ids.size() && LinkOrder.fits(key, ids.subList(1, end + 1))) {
            end++;
        }
        return elements.subList(0, end);
    }

    /** The key and the qualifiers of the sequence of which most are there; of equal ones the first. */
    private static List<Element> path(ApplicationIdentifier key, List<Element> elements) {
        List<Element> path = present(List.of(key.id()), elements);
        List<Element> best = List.of();
        for (List<String> sequence : key.qualifiers()) {
            List<Element> present = present(sequence, elements);
            best = present.size() > best.size() ? present : best;
        }
        path.addAll(best);
        return path;
    }

    private static List<Element> present(List<String> ids, List<Element> elements) {
        List<Element> present = new ArrayList<>();
        for (String id : ids) {
            elements.stream()
                    .filter(element -> element.id().equals(id))
                    .findFirst()
                    .ifPresent(present::add);
        }
        return present;
    }

    private List<Element> query(List<Element> path, List<Element> elements) {
        Set<String> written = new HashSet<>();
        path.forEach(element -> written.add(element.id()));
        List<Element> rest =
                elements.stream().filter(element -> written.add(element.id())).toList();
        List<Element> query = new ArrayList<>(rest.stream().filter(this::fixed).toList());
        rest.stream().filter(element -> !fixed(element)).forEach(query::add);
        return query;
    }

    private boolean fixed(Element element) {
        return identifiers
                .find(element.id())
                .filter(ApplicationIdentifier::fixed)
                .isPresent();
    }

    private static String write(String stem, List<Element> path, List<Element> query) {
        StringBuilder uri = new StringBuilder(stem);
        if (stem.endsWith("/")) {
            uri.setLength(stem.length() - 1);
        }
        path.forEach(element -> uri.append('/')
                .append(element.id())
                .append('/')
                .append(PercentEncoding.encode(element.value(), false)));
        char before = '?';
        for (Element element : query) {
            uri.append(before).append(element.id()).append('=').append(PercentEncoding.encode(element.value(), true));
            before = '&';
        }
        return uri.toString();
    }
}
