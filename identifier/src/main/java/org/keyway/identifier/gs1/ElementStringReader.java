package org.keyway.identifier.gs1;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        return new Pass(text, 0).read();
    }

    /** Reads the elements from a place of the text on. */
    ElementString read(String text, int from) {
        return new Pass(text, from).read();
    }

    /** One way through a text. */
    private final class Pass {
        private final String text;
        private final List<CheckedElement> elements = new ArrayList<>(4);
        private List<Issue> issues = List.of();
        private int at;

        Pass(String text, int from) {
            this.text = text;
            this.at = from;
        }

        ElementString read() {
            boolean known = true;
            while (known && at < text.length()) {
                known = next();
            }
            return new ElementString(elements, issues);
        }

        /** Reads one element and answers whether it is known where the next begins. */
        private boolean next() {
            if (elements.size() == LabelText.MOST_ELEMENTS) {
                return stop(IssueCode.TOO_MANY_ELEMENTS.issue(Map.of("limit", LabelText.MOST_ELEMENTS)));
            }
            if (text.charAt(at) == LabelText.GS) {
                return stop(IssueCode.SEPARATOR_MISPLACED.issue(Map.of("position", at + 1)));
            }
            ApplicationIdentifier identifier = identifiers.known(text, at);
            if (identifier == null) {
                String unknown = text.substring(at, Math.min(text.length(), at + 4));
                return stop(IssueCode.UNKNOWN_ELEMENT.issue(unknown, Map.of("position", at + 1)));
            }
            element(identifier);
            return true;
        }

        private void element(ApplicationIdentifier identifier) {
            int from = at + identifier.id().length();
            int end = valueEnd(identifier, from);
            Issue flaw = identifier.flaw(text, from, end);
            if (flaw != null) {
                add(flaw);
            }
            elements.add(new CheckedElement(identifier, text.substring(from, end)));
            at = end < text.length() && text.charAt(end) == LabelText.GS ? end + 1 : end;
        }

        private int valueEnd(ApplicationIdentifier identifier, int from) {
            if (!identifier.fixed()) {
                int separator = text.indexOf(LabelText.GS, from);
                return separator < 0 ? text.length() : separator;
            }
            // Only as far as the value can reach: a text of nothing but short elements stays linear work.
            int limit = Math.min(text.length(), from + identifier.longest());
            for (int i = from; i < limit; i++) {
                if (text.charAt(i) == LabelText.GS) {
                    return i;
                }
            }
            return limit;
        }

        private boolean stop(Issue issue) {
            add(issue);
            return false;
        }

        private void add(Issue issue) {
            if (issues.isEmpty()) {
                issues = new ArrayList<>(2);
            }
            issues.add(issue);
        }
    }
}
