package org.keyway.identifier.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an engineer writes down for a pattern; {@link #load} tries it against its own test codes and makes it one. */
public final class PatternDraft {
    final String name;
    final String expression;
    String key = "part";
    int priority;
    Set<String> stations = Set.of();
    Set<String> symbologies = Set.of();
    Map<String, String> roles = Map.of();
    Optional<CheckRule> check = Optional.empty();
    Optional<String> checkOver = Optional.empty();
    boolean caseFold;
    int maxLength = BoundedExpression.LONGEST;
    final List<PatternExample> examples = new ArrayList<>();
    final List<String> counterexamples = new ArrayList<>();

    /** A draft by name and regular expression with named groups. */
    public PatternDraft(String name, String expression) {
        this.name = name;
        this.expression = expression;
    }

    /** The kind of the registry key of its products, such as {@code plain}; {@code part} when not said. */
    public PatternDraft key(String kind) {
        this.key = kind;
        return this;
    }

    /** Where several patterns read one label, only those of the highest priority count; 0 when not said. */
    public PatternDraft priority(int value) {
        this.priority = value;
        return this;
    }

    /** The only stations where it is valid; everywhere when not said. A scan without a station is then not read by it. */
    public PatternDraft stations(Set<String> ids) {
        this.stations = Set.copyOf(ids);
        return this;
    }

    /** The only symbols that it reads, {@code ]d} or {@code ]d1}; any when not said. */
    public PatternDraft symbologies(Set<String> identifiers) {
        this.symbologies = Set.copyOf(identifiers);
        return this;
    }

    /** What groups stand for when their names do not say it. */
    public PatternDraft roles(Map<String, String> byGroup) {
        this.roles = Map.copyOf(byGroup);
        return this;
    }

    /** The check characters of the whole text. */
    public PatternDraft check(CheckRule rule) {
        this.check = Optional.of(rule);
        return this;
    }

    /** The group that the check is over, instead of the whole text. */
    public PatternDraft checkOver(String group) {
        this.checkOver = Optional.of(group);
        return this;
    }

    /** Whether lower-case letters of a label are read as capitals. */
    public PatternDraft caseFold(boolean fold) {
        this.caseFold = fold;
        return this;
    }

    /** No longer label is read; in characters, at most 512. */
    public PatternDraft maxLength(int characters) {
        this.maxLength = characters;
        return this;
    }

    /** A code that it must read. */
    public PatternDraft example(String code) {
        return example(new PatternExample(code, Map.of()));
    }

    /** A code that it must read, and how. */
    public PatternDraft example(PatternExample example) {
        this.examples.add(example);
        return this;
    }

    /** A code that it must not read. */
    public PatternDraft counterexample(String code) {
        this.counterexamples.add(code);
        return this;
    }

    /** What is written down so far; not tried yet. */
    public PatternDefinition definition() {
        return PatternDefinition.of(this);
    }

    /**
     * The pattern.
     *
     * @throws RefusedPatternException that says what is wrong, the pattern named
     */
    public LabelPattern load() {
        return LabelPattern.load(this);
    }
}
