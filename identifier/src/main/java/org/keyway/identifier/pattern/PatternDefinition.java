package org.keyway.identifier.pattern;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.keyway.identifier.scheme.IssueCode;

/**
 * A pattern as it is written down, to be kept and to be shown; nothing in it is checked before it is {@linkplain #load
 * loaded}. The parts are those of a {@link PatternDraft}.
 *
 * @param map what groups stand for when their names do not say it, by group
 * @param check the name of a {@link CheckRule}
 */
public record PatternDefinition(
        String name,
        String expression,
        String key,
        int priority,
        Set<String> stations,
        Set<String> symbologies,
        Map<String, String> map,
        Optional<String> check,
        Optional<String> checkOver,
        boolean caseFold,
        int maxLength,
        List<PatternExample> examples,
        List<String> counterexamples) {
    public PatternDefinition {
        stations = Collections.unmodifiableSet(new TreeSet<>(stations));
        symbologies = Collections.unmodifiableSet(new TreeSet<>(symbologies));
        map = Collections.unmodifiableMap(new TreeMap<>(map));
        examples = List.copyOf(examples);
        counterexamples = List.copyOf(counterexamples);
    }

    static PatternDefinition of(PatternDraft draft) {
        return new PatternDefinition(
                draft.name,
                draft.expression,
                draft.key,
                draft.priority,
                draft.stations,
                draft.symbologies,
                draft.roles,
                draft.check.map(CheckRule::id),
                draft.checkOver,
                draft.caseFold,
                draft.maxLength,
                draft.examples,
                draft.counterexamples);
    }

    /** The same under another name. */
    public PatternDefinition named(String changed) {
        return with(changed, expression);
    }

    /** The same with another expression. */
    public PatternDefinition withExpression(String changed) {
        return with(name, changed);
    }

    private PatternDefinition with(String changedName, String changedExpression) {
        return new PatternDefinition(
                changedName,
                changedExpression,
                key,
                priority,
                stations,
                symbologies,
                map,
                check,
                checkOver,
                caseFold,
                maxLength,
                examples,
                counterexamples);
    }

    /**
     * The pattern.
     *
     * @throws RefusedPatternException when a part can't be taken, or a test code fails
     */
    public LabelPattern load() {
        PatternDraft draft = new PatternDraft(name, expression)
                .key(key)
                .priority(priority)
                .stations(stations)
                .symbologies(symbologies)
                .roles(map)
                .caseFold(caseFold)
                .maxLength(maxLength);
        check.ifPresent(rule -> draft.check(CheckRule.named(rule)
                .orElseThrow(() -> new RefusedPatternException(IssueCode.PATTERN_SETTING.issue(
                        Map.of("pattern", name, "setting", "check", "value", rule, "allowed", CheckRule.ids()))))));
        checkOver.ifPresent(draft::checkOver);
        examples.forEach(draft::example);
        counterexamples.forEach(draft::counterexample);
        return draft.load();
    }
}
