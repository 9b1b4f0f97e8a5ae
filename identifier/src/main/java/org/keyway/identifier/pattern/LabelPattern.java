package org.keyway.identifier.pattern;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * A site's own kind of code, by a regular expression over the whole text.
 *
 * <p>The group {@code product} names the product; {@code serial} and {@code lot} are what they say; every other group is an
 * attribute of its own name.
 */
public final class LabelPattern {
    private static final String DEFAULT_KIND = "part";

    private final String name;
    private final BoundedExpression expression;
    private final String keyKind;
    private final List<String> examples;

    private LabelPattern(String name, BoundedExpression expression, String keyKind, List<String> examples) {
        this.name = name;
        this.expression = expression;
        this.keyKind = keyKind;
        this.examples = List.copyOf(examples);
    }

    /**
     * A pattern whose products have keys {@code part:…}.
     *
     * @param examples codes that it must read; at least one
     * @throws IllegalArgumentException when the expression is none, has no group {@code product}, or misses an example
     */
    public static LabelPattern of(String name, String expression, List<String> examples) {
        return of(name, expression, DEFAULT_KIND, examples);
    }

    /**
     * A pattern whose products have keys of another kind, such as {@code plain} or {@code handle}.
     *
     * @throws IllegalArgumentException when the expression is none, has no group {@code product}, or misses an example
     */
    public static LabelPattern of(String name, String expression, String keyKind, List<String> examples) {
        BoundedExpression bounded;
        try {
            bounded = new BoundedExpression(expression);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("pattern " + name + ": " + e.getDescription(), e);
        }
        if (!bounded.groups().contains("product")) {
            throw new IllegalArgumentException("pattern " + name + " has no group 'product'");
        }
        LabelPattern pattern = new LabelPattern(name, bounded, keyKind, examples);
        if (examples.isEmpty() || !examples.stream().allMatch(pattern::matches)) {
            throw new IllegalArgumentException("pattern " + name + " does not read all its examples, or has none");
        }
        return pattern;
    }

    /** The name under which readings mention it. */
    public String name() {
        return name;
    }

    /** Codes that it reads. */
    public List<String> examples() {
        return examples;
    }

    /** Whether it reads the code, a code that would take long counting as not read. */
    public boolean matches(String code) {
        try {
            return groups(code).isPresent();
        } catch (BoundedExpression.TooCostlyException e) {
            return false;
        }
    }

    Optional<Map<String, String>> groups(String code) {
        return expression.match(code).filter(groups -> groups.containsKey("product"));
    }

    String key(String product) {
        return keyKind + ":" + product;
    }
}
