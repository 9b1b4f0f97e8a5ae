package org.keyway.identifier.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Issue;
import org.keyway.identifier.gs1.ElementStringReader.ElementString;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;

/** Element strings as people write them, {@code (01)06901234000016(21)A0042}; a bracket inside a value is {@code \(}. */
final class BracketedForm {
    private final ApplicationIdentifiers identifiers;

    BracketedForm(ApplicationIdentifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** Whether the text begins with an identifier in brackets. */
    boolean recognises(String text) {
        int close = text.indexOf(')');
        return text.charAt(0) == '('
                && close >= 3
                && close <= 5
                && identifiers.find(text.substring(1, close)).isPresent();
    }

    ElementString read(String text) {
        List<CheckedElement> elements = new ArrayList<>();
        List<Issue> issues = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int close = text.indexOf(')', at);
            String id = close < 0 ? text.substring(at) : text.substring(at + 1, close);
            Optional<ApplicationIdentifier> identifier = identifiers.find(id);
            if (elements.size() == LabelText.MOST_ELEMENTS) {
                issues.add(IssueCode.TOO_MANY_ELEMENTS.issue(Map.of("limit", LabelText.MOST_ELEMENTS)));
                break;
            }
            if (identifier.isEmpty()) {
                issues.add(IssueCode.UNKNOWN_ELEMENT.issue(id, Map.of()));
                break;
            }
            int end = valueEnd(text, close + 1);
            String value = text.substring(close + 1, end).replace("\\(", "(");
            identifier.get().check(value).ifPresent(issues::add);
            elements.add(new CheckedElement(identifier.get(), value));
            at = end;
        }
        return new ElementString(elements, issues);
    }

    private static int valueEnd(String text, int from) {
        int open = text.indexOf('(', from);
        while (open > from && text.charAt(open - 1) == '\\') {
            open = text.indexOf('(', open + 1);
        }
        return open < 0 ? text.length() : open;
    }
}
