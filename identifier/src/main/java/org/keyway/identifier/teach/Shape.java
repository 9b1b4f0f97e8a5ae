package org.keyway.identifier.teach;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Regular expressions for segments: as narrow as the samples allow in form, open in what they say. */
final class Shape {
    private static final String SPECIAL = "\\.[]{}()*+?^$|";
    private static final String SPECIAL_IN_CLASS = "\\[]^-&";

    private Shape() {}

    /** The characters of a constant, and nothing else. */
    static String literal(String text) {
        return escaped(text, SPECIAL);
    }

    /**
     * An expression for what a group can say.
     *
     * @param keep whether leading letters that are the same in every sample, before digits, stay as they are
     */
    static String of(Segment segment, boolean keep) {
        List<Segment> runs = segment.runs();
        return runs.stream()
                .map(run -> run(run, keep && runs.size() > 1 && run.equals(runs.get(0))))
                .collect(Collectors.joining());
    }

    private static String run(Segment run, boolean keep) {
        if (run.separator() || (keep && run.letters() && run.constant())) {
            return literal(run.values().get(0));
        }
        int least = run.values().stream().mapToInt(String::length).min().orElse(1);
        int most = run.values().stream().mapToInt(String::length).max().orElse(1);
        String count = least == most ? "{" + least + "}" : "{" + least + "," + most + "}";
        return characters(run) + (most == 1 ? "" : count);
    }

    private static String characters(Segment run) {
        TreeSet<String> ranges = new TreeSet<>();
        for (String value : run.values()) {
            for (int i = 0; i < value.length(); i++) {
                ranges.add(range(value.charAt(i)));
            }
        }
        return "[" + String.join("", ranges) + "]";
    }

    private static String range(char c) {
        return switch (Characters.of(c)) {
            case DIGIT -> "0-9";
            case LETTER -> c < 'a' ? "A-Z" : "a-z";
            case OTHER -> escaped(String.valueOf(c), SPECIAL_IN_CLASS);
        };
    }

    private static String escaped(String text, String special) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (special.indexOf(text.charAt(i)) >= 0) {
                escaped.append('\\');
            }
            escaped.append(text.charAt(i));
        }
        return escaped.toString();
    }
}
