package org.keyway.identifier.handle;

import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.keyway.identifier.pattern.BoundedExpression;

/** What an enterprise puts after the slash of its Handles: an expression with the group {@code product} and any others. */
public final class HandleSuffix {
    private final String prefix;
    private final BoundedExpression expression;

    private HandleSuffix(String prefix, BoundedExpression expression) {
        this.prefix = prefix;
        this.expression = expression;
    }

    /**
     * The meaning of the suffixes below a prefix, such as {@code 88.118.7}.
     *
     * @throws IllegalArgumentException when the prefix is none, or the expression is none or has no group {@code product}
     */
    public static HandleSuffix of(String prefix, String expression) {
        if (!prefix.matches("8[68](\\.[0-9]{1,8}){1,3}")) {
            throw new IllegalArgumentException("handle suffix " + prefix + ": no prefix");
        }
        BoundedExpression bounded;
        try {
            bounded = new BoundedExpression(expression);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("handle suffix " + prefix + ": " + e.getDescription(), e);
        }
        if (!bounded.groups().contains("product")) {
            throw new IllegalArgumentException("handle suffix " + prefix + " has no group 'product'");
        }
        return new HandleSuffix(prefix, bounded);
    }

    /** The prefix that it belongs to. */
    public String prefix() {
        return prefix;
    }

    /** The groups of a suffix; empty when it does not fit, or would take long to fit. */
    Optional<Map<String, String>> groups(String suffix) {
        try {
            return expression.match(suffix).filter(groups -> groups.containsKey("product"));
        } catch (BoundedExpression.TooCostlyException e) {
            return Optional.empty();
        }
    }
}
