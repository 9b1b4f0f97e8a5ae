package org.keyway.identifier.scheme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Element;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Issue.Severity;

/**
 * What one scheme makes of a label.
 *
 * @param conformant the strict verdict of the scheme's own standard on the text, repairs of the reader's damage aside
 * @param product the registry key that the label names, also when an error will forbid to use it
 * @param attributes what the scheme itself names, beyond the configured mapping of elements to attributes
 */
public record Claim(
        String scheme,
        Strength strength,
        boolean conformant,
        List<Element> elements,
        Optional<String> product,
        Optional<String> serial,
        Optional<String> lot,
        Map<String, String> attributes,
        List<Issue> issues) {
    public Claim {
        elements = List.copyOf(elements);
        attributes = Map.copyOf(attributes);
        issues = List.copyOf(issues);
    }

    /** A claim that can only be refused: the label is of this scheme, and broken. */
    public static Claim refused(String scheme, Strength strength, List<Element> elements, List<Issue> issues) {
        return new Claim(
                scheme,
                strength,
                false,
                elements,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                issues);
    }

    /** Whether the label names a product by this claim and nothing forbids to use it. */
    public boolean usable() {
        return product.isPresent() && whole();
    }

    /** Whether the label is undamaged by this claim, be it conformant or not. */
    public boolean whole() {
        return issues.stream().noneMatch(issue -> issue.severity() == Severity.ERROR);
    }
}
