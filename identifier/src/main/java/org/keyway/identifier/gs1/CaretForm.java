package org.keyway.identifier.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyway.identifier.Issue;
import org.keyway.identifier.gs1.ElementStringReader.ElementString;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;

/**
 * Element strings in which {@code ^} stands for FNC1, as symbol generators write them: {@code ^0106901234000016^21A0042}.
 * The part of a composite symbol follows after {@code |}.
 */
final class CaretForm {
    private static final String COMPOSITE = "|^";

    private final ElementStringReader reader;

    CaretForm(ElementStringReader reader) {
        this.reader = reader;
    }

    /** Whether the text begins with a caret and the digits of an identifier. */
    static boolean recognises(String text) {
        return text.charAt(0) == '^' && text.length() > 3 && Alphabet.DIGITS.firstStranger(text, 1, 3) < 0;
    }

    ElementString read(String text) {
        int composite = text.indexOf(COMPOSITE);
        if (composite < 0) {
            return part(text);
        }
        ElementString linear = part(text.substring(0, composite));
        ElementString second = part(text.substring(composite + 1));
        List<CheckedElement> elements = new ArrayList<>(linear.elements());
        elements.addAll(second.elements());
        List<Issue> issues = new ArrayList<>(linear.issues());
        issues.addAll(second.issues());
        if (elements.size() > LabelText.MOST_ELEMENTS) {
            issues.add(IssueCode.TOO_MANY_ELEMENTS.issue(Map.of("limit", LabelText.MOST_ELEMENTS)));
        }
        if (second.elements().isEmpty() && second.issues().isEmpty()) {
            issues.add(IssueCode.COMPOSITE_EMPTY.issue());
        }
        return new ElementString(elements, issues);
    }

    private ElementString part(String text) {
        return reader.read(text.replace('^', LabelText.GS), 1);
    }
}
