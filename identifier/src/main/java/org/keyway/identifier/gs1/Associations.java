package org.keyway.identifier.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyway.identifier.Issue;
import org.keyway.identifier.scheme.IssueCode;

/**
 * Which elements need each other and which exclude each other (GS1 General Specifications 4.13 and 4.14). A missing
 * partner is a warning, since it may stand on another symbol of the item; an excluded one is an error.
 */
final class Associations {
    private static final String SIGNATURE = "8030";
    private static final List<String> SERIAL_OPTIONAL = List.of("253", "255", "8003");

    private final List<CheckedElement> elements;
    private List<Issue> issues = List.of();

    private Associations(List<CheckedElement> elements) {
        this.elements = elements;
    }

    static List<Issue> check(List<CheckedElement> elements) {
        Associations associations = new Associations(elements);
        for (int i = 0; i < elements.size(); i++) {
            associations.check(i);
        }
        return associations.issues;
    }

    private void check(int at) {
        CheckedElement element = elements.get(at);
        ApplicationIdentifier identifier = element.identifier();
        for (int i = 0; i < at; i++) {
            if (elements.get(i).identifier().id().equals(identifier.id())) {
                repeated(elements.get(i), element);
                return;
            }
        }
        excluded(identifier);
        missing(identifier);
        if (identifier.id().equals(SIGNATURE)) {
            signatureWithoutSerial();
        }
    }

    private void repeated(CheckedElement first, CheckedElement again) {
        if (!first.value().equals(again.value())) {
            add(IssueCode.REPEATED.issue(again.identifier().id(), Map.of()));
        }
    }

    private void excluded(ApplicationIdentifier identifier) {
        List<String> excludes = identifier.excludes();
        for (int i = 0; i < excludes.size(); i++) {
            String other = partner(excludes.get(i), identifier);
            if (!other.isEmpty()) {
                add(IssueCode.EXCLUDED.issue(identifier.id(), Map.of("other", other)));
            }
        }
    }

    private void missing(ApplicationIdentifier identifier) {
        List<List<List<String>>> groups = identifier.requires();
        for (int i = 0; i < groups.size(); i++) {
            if (!met(groups.get(i), identifier)) {
                String required = String.join(
                        " / ",
                        groups.get(i).stream().map(set -> String.join("+", set)).toList());
                add(IssueCode.ASSOCIATION_MISSING.issue(identifier.id(), Map.of("required", required)));
            }
        }
    }

    private boolean met(List<List<String>> alternatives, ApplicationIdentifier identifier) {
        for (int i = 0; i < alternatives.size(); i++) {
            List<String> set = alternatives.get(i);
            int found = 0;
            while (found < set.size() && !partner(set.get(found), identifier).isEmpty()) {
                found++;
            }
            if (found == set.size()) {
                return true;
            }
        }
        return false;
    }

    /** A digital signature covers one item, so the key beside it needs its serial component. */
    private void signatureWithoutSerial() {
        for (CheckedElement element : elements) {
            ApplicationIdentifier key = element.identifier();
            if (SERIAL_OPTIONAL.contains(key.id()) && element.value().length() == key.shortest()) {
                add(IssueCode.ASSOCIATION_MISSING.issue(SIGNATURE, Map.of("required", key.id())));
            }
        }
    }

    /** The other identifier on the label that fits the pattern, or an empty text; none is its own partner. */
    private String partner(String pattern, ApplicationIdentifier self) {
        for (int i = 0; i < elements.size(); i++) {
            ApplicationIdentifier other = elements.get(i).identifier();
            if (matches(pattern, other.id()) && !other.id().equals(self.id())) {
                return other.id();
            }
        }
        return "";
    }

    private static boolean matches(String pattern, String id) {
        if (pattern.length() != id.length()) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (pattern.charAt(i) != '?' && pattern.charAt(i) != id.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void add(Issue issue) {
        if (issues.isEmpty()) {
            issues = new ArrayList<>(2);
        }
        issues.add(issue);
    }
}
