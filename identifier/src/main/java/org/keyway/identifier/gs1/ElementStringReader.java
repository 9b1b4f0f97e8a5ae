package org.keyway.identifier.gs1;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Issue;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;

/** Takes an element string apart (GS1 General Specifications 7.8.6): identifier, value, separator, and so on. */
public final class ElementStringReader {
    private final ApplicationIdentifiers identifiers;

    @Inject
    public ElementStringReader(ApplicationIdentifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** What was read; reading stops where the next identifier cannot be known. */
    public record ElementString(List<CheckedElement> elements, List<Issue> issues) {}

    /** Reads elements that follow each other, those of variable length ended by GS. */
    public ElementString read(String text) {
        List<CheckedElement> elements = new ArrayList<>(8);
        List<Issue> issues = new ArrayList<>(2);
        int at = 0;
        while (at < text.length() && at >= 0) {
            if (elements.size() == LabelText.MOST_ELEMENTS) {
                issues.add(IssueCode.TOO_MANY_ELEMENTS.issue(Map.of("limit", LabelText.MOST_ELEMENTS)));
                break;
            }
            at = next(text, at, elements, issues);
        }
        return new ElementString(elements, issues);
    }

    /** Reads one element and answers where the next begins, or -1 when that cannot be known. */
    private int next(String text, int at, List<CheckedElement> elements, List<Issue> issues) {
        if (text.charAt(at) == LabelText.GS) {
            issues.add(IssueCode.SEPARATOR_MISPLACED.issue(Map.of("position", at + 1)));
            return -1;
        }
        Optional<ApplicationIdentifier> found = identifiers.at(text, at);
        if (found.isEmpty()) {
            String unknown = text.substring(at, Math.min(text.length(), at + 4));
            issues.add(IssueCode.UNKNOWN_ELEMENT.issue(unknown, Map.of()));
            return -1;
        }
        ApplicationIdentifier identifier = found.get();
        int from = at + identifier.id().length();
        int separator = text.indexOf(LabelText.GS, from);
        int end = separator < 0 ? text.length() : separator;
        if (identifier.fixed()) {
            end = Math.min(end, from + identifier.longest());
        }
        String value = text.substring(from, end);
        identifier.check(value).ifPresent(issues::add);
        elements.add(new CheckedElement(identifier, value));
        return end < text.length() && text.charAt(end) == LabelText.GS ? end + 1 : end;
    }
}
