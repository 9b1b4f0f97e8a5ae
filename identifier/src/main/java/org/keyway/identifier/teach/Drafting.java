package org.keyway.identifier.teach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyway.identifier.Issue;
import org.keyway.identifier.pattern.LabelPattern;
import org.keyway.identifier.pattern.PatternDraft;
import org.keyway.identifier.pattern.PatternExample;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.teach.CheckSearch.Found;
import org.keyway.identifier.teach.Proposal.Part;
import org.keyway.identifier.teach.Proposal.TaughtReading;
import org.keyway.identifier.teach.Roles.Named;

/** Makes a proposal of a layout, and proves that the pattern reads every sample as proposed. */
final class Drafting {
    private Drafting() {}

    /** The proposal; empty when its pattern would not load. */
    static Optional<Proposal> proposal(List<String> samples, Named named) {
        String expression = expression(named);
        List<TaughtReading> readings = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            readings.add(new TaughtReading(samples.get(i), parts(named, i)));
        }
        List<Issue> reasons = new ArrayList<>(named.reasons());
        if (bordered(named.segments())) {
            reasons.add(IssueCode.TEACH_BORDER.issue(Map.of("group", "product")));
        }
        Optional<Found> found = CheckSearch.best(values(samples, named));
        found.map(Found::reason).ifPresent(reasons::add);
        Optional<Found> demanded = found.filter(Found::sure);
        String name = "taught-" + initials(samples.get(0));
        return proven(name, expression, demanded, readings)
                .map(pattern -> new Proposal(
                        name,
                        expression,
                        demanded.map(Found::rule),
                        demanded.map(Found::over).filter(over -> !over.equals(CheckSearch.WHOLE)),
                        readings,
                        counterexample(pattern, samples.get(0)),
                        reasons));
    }

    /** Whether two groups follow each other with nothing between them that could not belong to either. */
    private static boolean bordered(List<Segment> segments) {
        return segments.size() == 2
                && segments.stream().noneMatch(Segment::separator)
                && segments.get(0).values().stream()
                        .allMatch(segments.get(0).values().get(0)::equals);
    }

    private static String expression(Named named) {
        StringBuilder expression = new StringBuilder();
        for (Segment segment : named.segments()) {
            String group = named.groups().get(segment);
            if (group == null) {
                expression.append(Shape.literal(segment.values().get(0)));
            } else {
                boolean keep = !group.equals("product") && segment.values().size() > 1;
                expression
                        .append("(?<")
                        .append(group)
                        .append('>')
                        .append(Shape.of(segment, keep))
                        .append(')');
            }
        }
        return expression.toString();
    }

    private static List<Part> parts(Named named, int sample) {
        List<Part> parts = new ArrayList<>();
        for (Segment segment : named.segments()) {
            String group = named.groups().get(segment);
            if (group != null) {
                String value = segment.values().get(sample);
                int from = segment.from().get(sample);
                parts.add(new Part(group, from, from + value.length(), value));
            }
        }
        return parts;
    }

    private static Map<String, List<String>> values(List<String> samples, Named named) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put(CheckSearch.WHOLE, samples);
        named.groups().forEach((segment, group) -> values.put(group, segment.values()));
        values.remove("producedOn");
        return values;
    }

    private static Optional<LabelPattern> proven(
            String name, String expression, Optional<Found> check, List<TaughtReading> readings) {
        PatternDraft draft = new PatternDraft(name, expression);
        check.ifPresent(found -> draft.check(found.rule()));
        check.map(Found::over).filter(over -> !over.equals(CheckSearch.WHOLE)).ifPresent(draft::checkOver);
        readings.forEach(reading -> draft.example(new PatternExample(
                reading.sample(), reading.parts().stream().collect(Collectors.toMap(Part::group, Part::value)))));
        try {
            return Optional.of(draft.load());
        } catch (IllegalArgumentException tooLargeOrAmbiguous) {
            return Optional.empty();
        }
    }

    private static String counterexample(LabelPattern pattern, String sample) {
        String shorter = sample.substring(0, sample.length() - 1);
        return !shorter.isEmpty() && !pattern.matches(shorter) ? shorter : "~" + sample + "~";
    }

    private static String initials(String sample) {
        String letters = sample.chars()
                .takeWhile(c -> Characters.of((char) c) == Characters.LETTER)
                .limit(8)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return letters.isEmpty() ? "code" : letters.toLowerCase(Locale.ROOT);
    }
}
