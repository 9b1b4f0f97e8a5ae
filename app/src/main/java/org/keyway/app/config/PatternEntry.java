package org.keyway.app.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.pattern.CheckRule;
import org.keyway.identifier.pattern.LabelPattern;
import org.keyway.identifier.pattern.PatternDraft;
import org.keyway.identifier.pattern.PatternExample;

/**
 * A pattern as it stands in the file.
 *
 * @param map what a group stands for, by group
 * @param readings what the groups of an example must say, by example
 */
record PatternEntry(
        @Nullable String name,
        @Nullable String expression,
        @Nullable String key,
        @Nullable Integer priority,
        @Nullable Set<String> stations,
        @Nullable Set<String> symbologies,
        @Nullable Map<String, String> map,
        @Nullable String check,
        @Nullable String checkOver,
        @Nullable Boolean caseFold,
        @Nullable Integer maxLength,
        @Nullable List<String> examples,
        @Nullable Map<String, Map<String, String>> readings,
        @Nullable List<String> counterexamples) {
    LabelPattern pattern() {
        PatternDraft draft = new PatternDraft(
                IdentifierFile.required("name", name), IdentifierFile.required("expression", expression));
        draft.key(key == null ? "part" : key)
                .priority(priority == null ? 0 : priority)
                .stations(stations == null ? Set.of() : stations)
                .symbologies(symbologies == null ? Set.of() : symbologies)
                .roles(map == null ? Map.of() : map)
                .caseFold(Boolean.TRUE.equals(caseFold));
        addChecks(draft);
        addTests(draft);
        return draft.load();
    }

    private void addChecks(PatternDraft draft) {
        if (check != null && !check.equals("none")) {
            draft.check(CheckRule.named(check)
                    .orElseThrow(() -> new IllegalArgumentException("pattern " + name + ": unknown check " + check)));
        }
        if (checkOver != null) {
            draft.checkOver(checkOver);
        }
        if (maxLength != null) {
            draft.maxLength(maxLength);
        }
    }

    private void addTests(PatternDraft draft) {
        if (examples != null) {
            examples.forEach(draft::example);
        }
        if (readings != null) {
            readings.forEach((code, groups) -> draft.example(new PatternExample(code, groups)));
        }
        if (counterexamples != null) {
            counterexamples.forEach(draft::counterexample);
        }
    }
}
