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
    /** In a link a slash parts the values, which no scanner loses. */
    private static final String LINK = "gs1-digital-link";

    private final List<String> required;
    private final Map<String, Integer> longest;

    @Inject
    public Gs1Claims(IdentifierConfiguration configuration) {
        this.required = configuration.requiredElements().stream().sorted().toList();
        this.longest = configuration.longestValues();
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
                joined(flaws, requiredHere(scheme, elements), repairs));
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

    /** Whether no separator can have arrived: nothing follows a value of variable length, and the last value is one. */
    private static boolean unseparated(List<CheckedElement> elements) {
        int last = elements.size() - 1;
        return last >= 0
                && !elements.get(last).identifier().fixed()
                && elements.subList(0, last).stream()
                        .allMatch(element -> element.identifier().fixed());
    }

    /**
     * A required element whose digits stand inside the value that no separator ends was most likely swallowed by it, as was
     * something when that value is longer than any of its kind here: separators are lost.
     */
    private List<Issue> requiredHere(String scheme, List<CheckedElement> elements) {
        if (required.isEmpty() && longest.isEmpty()) {
            return List.of();
        }
        boolean unseparated = !scheme.equals(LINK) && unseparated(elements);
        List<Issue> issues = new ArrayList<>();
        String open = unseparated ? elements.get(elements.size() - 1).value() : "";
        for (String id : required) {
            if (value(elements, id) != null) {
                continue;
            }
            issues.add(
                    open.indexOf(id) > 0
                            ? IssueCode.SEPARATORS_LOST.issue(id, Map.of())
                            : IssueCode.ELEMENT_REQUIRED_HERE.issue(id, Map.of()));
        }
        if (unseparated && issues.isEmpty()) {
            CheckedElement last = elements.get(elements.size() - 1);
            String id = last.identifier().id();
            if (open.length() > longest.getOrDefault(id, Integer.MAX_VALUE)) {
                issues.add(IssueCode.SEPARATORS_LOST.issue(id, Map.of()));
            }
        }
        return issues;
    }
}
