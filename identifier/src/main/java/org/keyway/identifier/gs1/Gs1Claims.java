package org.keyway.identifier.gs1;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.Element;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Issue;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.Strength;

/** What checked GS1 elements say about a part: its product key, serial number and lot. */
public final class Gs1Claims {
    private final List<String> required;

    @Inject
    public Gs1Claims(IdentifierConfiguration configuration) {
        this.required = configuration.requiredElements().stream().sorted().toList();
    }

    /**
     * The claim of elements that were read without their associations being judged.
     *
     * @param found what is wrong with the elements themselves
     * @param repairs what was repaired on the way, which the label is not to blame for
     */
    public Claim claim(
            String scheme, Strength strength, List<CheckedElement> elements, List<Issue> found, List<Issue> repairs) {
        List<Issue> flaws = found.isEmpty() ? Associations.check(elements) : found;
        return new Claim(
                scheme,
                strength,
                flaws.isEmpty() && !elements.isEmpty(),
                elements(elements),
                product(elements),
                first(elements, "21", "8011"),
                first(elements, "10", "10"),
                Map.of(),
                joined(flaws, requiredHere(elements), repairs));
    }

    private static List<Element> elements(List<CheckedElement> checked) {
        Element[] elements = new Element[checked.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = checked.get(i).identifier().element(checked.get(i).value());
        }
        return List.of(elements);
    }

    private static List<Issue> joined(List<Issue> flaws, List<Issue> here, List<Issue> repairs) {
        if (flaws.isEmpty() && here.isEmpty()) {
            return repairs;
        }
        List<Issue> issues = new ArrayList<>(flaws);
        issues.addAll(here);
        issues.addAll(repairs);
        return issues;
    }

    private static Optional<String> product(List<CheckedElement> elements) {
        String gtin = value(elements, "01");
        if (gtin == null) {
            gtin = value(elements, "03");
        }
        if (gtin != null) {
            return Optional.of("gtin:".concat(gtin));
        }
        String part = value(elements, "8010");
        return part == null ? Optional.empty() : Optional.of("cpid:".concat(part));
    }

    private static Optional<String> first(List<CheckedElement> elements, String id, String otherwise) {
        String value = value(elements, id);
        return Optional.ofNullable(value == null ? value(elements, otherwise) : value);
    }

    private static @Nullable String value(List<CheckedElement> elements, String id) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).identifier().id().equals(id)) {
                return elements.get(i).value();
            }
        }
        return null;
    }

    /** A required element whose digits stand inside another value was most likely swallowed by it: a separator is lost. */
    private List<Issue> requiredHere(List<CheckedElement> elements) {
        if (required.isEmpty()) {
            return List.of();
        }
        List<Issue> issues = new ArrayList<>();
        for (String id : required) {
            if (value(elements, id) != null) {
                continue;
            }
            boolean swallowed = elements.stream()
                    .anyMatch(element ->
                            !element.identifier().fixed() && element.value().indexOf(id) > 0);
            issues.add(
                    swallowed
                            ? IssueCode.SEPARATORS_LOST.issue(id, Map.of())
                            : IssueCode.ELEMENT_REQUIRED_HERE.issue(id, Map.of()));
        }
        return issues;
    }
}
