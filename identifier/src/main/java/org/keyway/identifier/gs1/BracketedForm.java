package org.keyway.identifier.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.Issue;
import org.keyway.identifier.gs1.ElementStringReader.ElementString;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;

/** Element strings as people write them, {@code (01)06901234000016(21)A0042}; a bracket inside a value is {@code \(}. */
final class BracketedForm {
    private static final String COMPOSITE = "|(";

    private final ApplicationIdentifiers identifiers;

    BracketedForm(ApplicationIdentifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** Whether the text begins with two to four digits in brackets, be they an identifier or not. */
    static boolean recognises(String text) {
        int close = text.charAt(0) == '(' ? text.indexOf(')') : -1;
        return close >= 3 && close <= 5 && Alphabet.DIGITS.firstStranger(text, 1, close) < 0;
    }

    /** Reads the elements, those of the part of a composite symbol behind {@code |} after those before it. */
    ElementString read(String text) {
        List<CheckedElement> elements = new ArrayList<>();
        List<Issue> issues = new ArrayList<>();
        int composite = text.indexOf(COMPOSITE);
        int end = composite < 0 ? text.length() : composite;
        read(text, 0, end, elements, issues);
        if (composite >= 0) {
            read(text, composite + 1, text.length(), elements, issues);
        }
        return new ElementString(elements, issues);
    }

    private void read(String text, int from, int end, List<CheckedElement> elements, List<Issue> issues) {
        int at = from;
        while (at < end && issues.isEmpty()) {
            int close = text.indexOf(')', at);
            String id = close < 0 || close > end ? text.substring(at, end) : text.substring(at + 1, close);
            Issue stop = stop(elements, id, at);
            if (stop != null) {
                issues.add(stop);
                return;
            }
            ApplicationIdentifier identifier = identifiers.find(id).orElseThrow();
            int valueEnd = valueEnd(text, close + 1, end);
            String value = text.substring(close + 1, valueEnd).replace("\\(", "(");
            identifier.check(value).ifPresent(issues::add);
            elements.add(new CheckedElement(identifier, value));
            at = valueEnd;
        }
    }

    private @Nullable Issue stop(List<CheckedElement> elements, String id, int at) {
        if (elements.size() == LabelText.MOST_ELEMENTS) {
            return IssueCode.TOO_MANY_ELEMENTS.issue(Map.of("limit", LabelText.MOST_ELEMENTS));
        }
        return identifiers.find(id).isPresent()
                ? null
                : IssueCode.UNKNOWN_ELEMENT.issue(id, Map.of("position", at + 1));
    }

    private static int valueEnd(String text, int from, int end) {
        int open = text.indexOf('(', from);
        while (open > from && text.charAt(open - 1) == '\\') {
            open = text.indexOf('(', open + 1);
        }
        return open < 0 || open > end ? end : open;
    }
}
