package org.keyway.identifier.pattern;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.Symbology;

/** What makes a pattern fit for use: settings that mean something, and test codes that pass. Each refuses by throwing. */
final class PatternChecks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    private PatternChecks() {}

    static void settings(PatternDraft draft) {
        setting(draft, "name", draft.name, NAME.matcher(draft.name).matches(), "A-Z a-z 0-9 . _ -, 1…64");
        setting(draft, "key", draft.key, KEY.matcher(draft.key).matches(), "part, plain, gtin");
        boolean length = draft.maxLength > 0 && draft.maxLength <= BoundedExpression.LONGEST;
        setting(draft, "maxLength", String.valueOf(draft.maxLength), length, "1…" + BoundedExpression.LONGEST);
        boolean checked = draft.check.isPresent() || draft.checkOver.isEmpty();
        setting(draft, "check", "none", checked, CheckRule.ids());
        for (String identifier : draft.symbologies) {
            boolean known = identifier.length() <= Symbology.LENGTH
                    && Symbology.at(identifier.length() == 2 ? identifier + "0" : identifier)
                            .isPresent();
            setting(draft, "symbologies", identifier, known, "]d, ]C1 (ISO/IEC 15424)");
        }
    }

    private static void setting(PatternDraft draft, String setting, String value, boolean fits, String allowed) {
        if (!fits) {
            throw refused(
                    IssueCode.PATTERN_SETTING, draft, Map.of("setting", setting, "value", value, "allowed", allowed));
        }
    }

    private static RefusedPatternException refused(IssueCode code, PatternDraft draft, Map<String, String> facts) {
        Map<String, String> all = new HashMap<>(facts);
        all.put("pattern", draft.name);
        return new RefusedPatternException(code.issue(all));
    }

    static void groups(PatternDraft draft, List<String> groups) {
        draft.roles.forEach((group, role) -> {
            demandGroup(draft, group, groups.contains(group));
            if (!GroupRole.isKnown(role)) {
                throw refused(
                        IssueCode.PATTERN_ROLE,
                        draft,
                        Map.of("group", group, "role", role, "known", GroupRole.known()));
            }
        });
        boolean product = groups.stream()
                .anyMatch(group -> GroupRole.of(group, draft.roles).equals(GroupRole.PRODUCT));
        demandGroup(draft, GroupRole.PRODUCT, product);
        draft.checkOver.ifPresent(group -> demandGroup(draft, group, groups.contains(group)));
    }

    private static void demandGroup(PatternDraft draft, String group, boolean there) {
        if (!there) {
            throw refused(IssueCode.PATTERN_GROUP, draft, Map.of("group", group));
        }
    }

    static void tests(PatternDraft draft, LabelPattern pattern) {
        if (draft.examples.isEmpty()) {
            throw refused(IssueCode.PATTERN_UNTRIED, draft, Map.of());
        }
        for (PatternExample example : draft.examples) {
            Optional<Map<String, String>> groups = pattern.tried(example.code());
            if (groups.isEmpty()) {
                throw refused(IssueCode.PATTERN_EXAMPLE, draft, Map.of("code", example.code()));
            }
            example.groups()
                    .forEach((group, expected) ->
                            demandReading(draft, example.code(), groups.get(), Map.entry(group, expected)));
        }
        for (String code : draft.counterexamples) {
            if (pattern.matches(code)) {
                throw refused(IssueCode.PATTERN_COUNTEREXAMPLE, draft, Map.of("code", code));
            }
        }
    }

    private static void demandReading(
            PatternDraft draft, String code, Map<String, String> groups, Map.Entry<String, String> expected) {
        String read = groups.getOrDefault(expected.getKey(), "–");
        if (!read.equals(expected.getValue())) {
            throw refused(
                    IssueCode.PATTERN_READING,
                    draft,
                    Map.of("code", code, "group", expected.getKey(), "read", read, "expected", expected.getValue()));
        }
    }
}
