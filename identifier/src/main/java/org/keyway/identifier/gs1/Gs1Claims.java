package org.keyway.identifier.gs1;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List<Issue> issues = new ArrayList<>(found);
        if (found.isEmpty()) {
            issues.addAll(Associations.check(elements));
        }
        boolean conformant = issues.isEmpty() && !elements.isEmpty();
        issues.addAll(requiredHere(elements));
        issues.addAll(repairs);
        return new Claim(
                scheme,
                strength,
                conformant,
                elements.stream()
                        .map(element -> element.identifier().element(element.value()))
                        .toList(),
                product(elements),
                value(elements, "21").or(() -> value(elements, "8011")),
                value(elements, "10"),
                Map.of(),
                issues);
    }

    private static Optional<String> product(List<CheckedElement> elements) {
        return value(elements, "01")
                .or(() -> value(elements, "03"))
                .map(gtin -> "gtin:" + gtin)
                .or(() -> value(elements, "8010").map(part -> "cpid:" + part));
    }

    private static Optional<String> value(List<CheckedElement> elements, String id) {
        for (CheckedElement element : elements) {
            if (element.identifier().id().equals(id)) {
                return Optional.of(element.value());
            }
        }
        return Optional.empty();
    }

    /** A required element whose digits stand inside another value was most likely swallowed by it: a separator is lost. */
    private List<Issue> requiredHere(List<CheckedElement> elements) {
        List<Issue> issues = new ArrayList<>();
        for (String id : required) {
            if (value(elements, id).isPresent()) {
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
