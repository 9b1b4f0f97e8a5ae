package org.keyway.identifier.pattern;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.keyway.identifier.Issue;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;

/**
 * A site's own kind of code, by a regular expression over the whole text.
 *
 * <p>The role {@code product} names the product; {@code serial} and {@code lot} are what they say; every other role is an
 * attribute of its own name. A group has the role that the pattern maps it to, else the one of its name.
 */
public final class LabelPattern {
    private final String name;
    private final BoundedExpression expression;
    private final PatternDraft draft;
    private final List<String> examples;

    private LabelPattern(PatternDraft draft, BoundedExpression expression) {
        this.name = draft.name;
        this.expression = expression;
        this.draft = draft;
        this.examples = draft.examples.stream().map(PatternExample::code).toList();
    }

    /**
     * A pattern whose products have keys {@code part:…}.
     *
     * @param examples codes that it must read; at least one
     * @throws RefusedPatternException when the expression is none, has no group {@code product}, or misses an example
     */
    public static LabelPattern of(String name, String expression, List<String> examples) {
        PatternDraft draft = new PatternDraft(name, expression);
        examples.forEach(draft::example);
        return draft.load();
    }

    static LabelPattern load(PatternDraft draft) {
        PatternChecks.settings(draft);
        try {
            LabelPattern pattern = new LabelPattern(draft, new BoundedExpression(draft.expression));
            PatternChecks.groups(draft, pattern.expression.groups());
            PatternChecks.tests(draft, pattern);
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new RefusedPatternException(
                    IssueCode.PATTERN_EXPRESSION.issue(Map.of("pattern", draft.name, "reason", e.getDescription())));
        }
    }

    /** The name under which readings mention it. */
    public String name() {
        return name;
    }

    /** Codes that it reads. */
    public List<String> examples() {
        return examples;
    }

    /** As it was written down. */
    public PatternDefinition definition() {
        return draft.definition();
    }

    /** What it reads of each of its examples, group by group. */
    public List<PatternExample> readings() {
        return examples.stream()
                .map(code -> new PatternExample(code, tried(code).orElse(Map.of())))
                .toList();
    }

    /** Whether it reads the code, check characters included; a code that would take long counts as not read. */
    public boolean matches(String code) {
        return tried(code).isPresent();
    }

    /** Whether some label could be for both: they are valid at one station and for one symbology. */
    public boolean meets(LabelPattern other) {
        return common(draft.stations, other.draft.stations)
                && (draft.symbologies.isEmpty()
                        || other.draft.symbologies.isEmpty()
                        || draft.symbologies.stream()
                                .anyMatch(one -> other.draft.symbologies.stream()
                                        .anyMatch(two -> one.startsWith(two) || two.startsWith(one))));
    }

    /** The test code of one that the other reads too, where they meet: they can't both be in force. */
    public Optional<Issue> overlap(LabelPattern other) {
        return meets(other) ? alsoReadBy(other).or(() -> other.alsoReadBy(this)) : Optional.empty();
    }

    private Optional<Issue> alsoReadBy(LabelPattern other) {
        return examples.stream()
                .filter(other::matches)
                .findFirst()
                .map(code ->
                        IssueCode.PATTERN_OVERLAP.issue(Map.of("pattern", name, "other", other.name, "code", code)));
    }

    private static boolean common(Set<String> one, Set<String> two) {
        return one.isEmpty() || two.isEmpty() || one.stream().anyMatch(two::contains);
    }

    /** The groups of a code that it reads, check characters included; a code that would take long counts as not read. */
    Optional<Map<String, String>> tried(String code) {
        try {
            return groups(code).filter(groups -> flaw(code, groups).isEmpty());
        } catch (BoundedExpression.TooCostlyException e) {
            return Optional.empty();
        }
    }

    /** Whether it is valid where the label was read, and for its kind of symbol. */
    boolean appliesTo(LabelText label) {
        boolean here = draft.stations.isEmpty()
                || label.station().filter(draft.stations::contains).isPresent();
        return here
                && (draft.symbologies.isEmpty()
                        || label.symbology()
                                .filter(symbol -> draft.symbologies.stream().anyMatch(symbol.id()::startsWith))
                                .isPresent());
    }

    /** The groups of a code, whatever its check characters say. */
    Optional<Map<String, String>> groups(String code) {
        if (code.length() > draft.maxLength) {
            return Optional.empty();
        }
        return expression.match(folded(code)).filter(groups -> byRole(groups).containsKey(GroupRole.PRODUCT));
    }

    /** What the check characters are wrong in: a group, or {@code code} for the whole. */
    Optional<String> flaw(String code, Map<String, String> groups) {
        if (draft.check.isEmpty()) {
            return Optional.empty();
        }
        String checked =
                draft.checkOver.map(group -> groups.getOrDefault(group, "")).orElseGet(() -> folded(code));
        return draft.check.get().holds(checked) ? Optional.empty() : Optional.of(draft.checkOver.orElse("code"));
    }

    private String folded(String code) {
        return draft.caseFold ? code.toUpperCase(Locale.ROOT) : code;
    }

    String role(String group) {
        return GroupRole.of(group, draft.roles);
    }

    /** What was read, by role; of two groups with one role the first in the expression counts. */
    Map<String, String> byRole(Map<String, String> groups) {
        Map<String, String> values = new LinkedHashMap<>();
        groups.forEach((group, value) -> values.putIfAbsent(role(group), value));
        return values;
    }

    int priority() {
        return draft.priority;
    }

    String key(String product) {
        return draft.key + ":" + product;
    }
}
