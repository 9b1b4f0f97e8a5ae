package org.keyway.terminal.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.pattern.BoundedExpression;
import org.keyway.identifier.pattern.PatternDefinition;
import org.keyway.identifier.pattern.PatternExample;
import org.keyway.terminal.http.RequestBody;

/**
 * A pattern as it is sent to be accepted, and as it is answered; the keys are those of {@code identifier.yaml}.
 *
 * @param examples codes that it must read
 * @param readings codes that it must read, with what the groups must say
 */
public record PatternJson(
        String expression,
        String key,
        int priority,
        Set<String> stations,
        Set<String> symbologies,
        Map<String, String> map,
        @Nullable String check,
        @Nullable String checkOver,
        boolean caseFold,
        int maxLength,
        List<String> examples,
        Map<String, Map<String, String>> readings,
        List<String> counterexamples) {
    private static final Set<String> FIELDS = Set.of(
            "expression",
            "key",
            "priority",
            "stations",
            "symbologies",
            "map",
            "check",
            "checkOver",
            "caseFold",
            "maxLength",
            "examples",
            "readings",
            "counterexamples");
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_EXPRESSION = 2_000;
    private static final int LONGEST_CODE = BoundedExpression.LONGEST;
    private static final int MOST = 64;

    static PatternJson of(PatternDefinition pattern) {
        Map<String, Map<String, String>> readings = new LinkedHashMap<>();
        pattern.examples().stream()
                .filter(example -> !example.groups().isEmpty())
                .forEach(example -> readings.put(example.code(), example.groups()));
        return new PatternJson(
                pattern.expression(),
                pattern.key(),
                pattern.priority(),
                pattern.stations(),
                pattern.symbologies(),
                pattern.map(),
                pattern.check().orElse(null),
                pattern.checkOver().orElse(null),
                pattern.caseFold(),
                pattern.maxLength(),
                pattern.examples().stream()
                        .filter(example -> example.groups().isEmpty())
                        .map(PatternExample::code)
                        .toList(),
                readings,
                pattern.counterexamples());
    }

    /**
     * The pattern of a request; what it says is judged by whoever loads it.
     *
     * @throws org.keyway.terminal.http.HttpProblem with every field that is no such field, or too long
     */
    static PatternDefinition read(String name, RequestBody body) {
        PatternDefinition pattern = new PatternDefinition(
                name,
                body.text("expression", LONGEST_EXPRESSION),
                body.optionalText("key", LONGEST_NAME).orElse("part"),
                body.number("priority", 0),
                Set.copyOf(body.optionalTexts("stations", MOST, LONGEST_NAME)),
                Set.copyOf(body.optionalTexts("symbologies", MOST, LONGEST_NAME)),
                body.namedTexts("map", MOST, LONGEST_NAME),
                body.optionalText("check", LONGEST_NAME).filter(rule -> !rule.equals("none")),
                body.optionalText("checkOver", LONGEST_NAME),
                body.flag("caseFold"),
                body.number("maxLength", BoundedExpression.LONGEST),
                examples(body),
                body.optionalTexts("counterexamples", MOST, LONGEST_CODE));
        body.check();
        return pattern;
    }

    static Set<String> fields() {
        return FIELDS;
    }

    private static List<PatternExample> examples(RequestBody body) {
        Stream<PatternExample> plain = body.optionalTexts("examples", MOST, LONGEST_CODE).stream()
                .map(code -> new PatternExample(code, Map.of()));
        Stream<PatternExample> read = body.namedTextGroups("readings", MOST, LONGEST_CODE).entrySet().stream()
                .map(entry -> new PatternExample(entry.getKey(), entry.getValue()));
        return Stream.concat(plain, read).toList();
    }
}
