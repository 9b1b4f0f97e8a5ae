package org.keyway.identifier.teach;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The same stretch of every sample.
 *
 * @param from where it begins, by sample
 * @param values what it says, by sample; none is empty
 */
record Segment(List<Integer> from, List<String> values) {
    Segment {
        from = List.copyOf(from);
        values = List.copyOf(values);
    }

    static Segment whole(List<String> samples) {
        return new Segment(samples.stream().map(sample -> 0).toList(), samples);
    }

    boolean constant() {
        return new HashSet<>(values).size() == 1;
    }

    boolean distinct() {
        return new HashSet<>(values).size() == values.size();
    }

    boolean separator() {
        return values.get(0).length() == 1 && Characters.of(values.get(0).charAt(0)) == Characters.OTHER && constant();
    }

    boolean letters() {
        return all(Characters.LETTER);
    }

    boolean digits() {
        return all(Characters.DIGIT);
    }

    private boolean all(Characters kind) {
        return values.stream().allMatch(value -> value.chars().allMatch(c -> Characters.of((char) c) == kind));
    }

    boolean hasDigits() {
        return values.stream()
                .allMatch(value -> value.chars().anyMatch(c -> Characters.of((char) c) == Characters.DIGIT));
    }

    /** Segments that follow each other, as one. */
    static Segment joined(List<Segment> neighbours) {
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < neighbours.get(0).values().size(); i++) {
            StringBuilder text = new StringBuilder();
            for (Segment segment : neighbours) {
                text.append(segment.values().get(i));
            }
            joined.add(text.toString());
        }
        return new Segment(neighbours.get(0).from(), joined);
    }

    /** The runs of digits, letters and single other characters, when all values have the same; else this segment alone. */
    List<Segment> runs() {
        List<List<Integer>> borders = values.stream().map(Segment::borders).toList();
        String shape = shape(values.get(0));
        if (!values.stream().allMatch(value -> shape(value).equals(shape))) {
            return List.of(this);
        }
        List<Segment> runs = new ArrayList<>();
        for (int run = 0; run + 1 < borders.get(0).size(); run++) {
            runs.add(between(borders, run));
        }
        return runs;
    }

    private Segment between(List<List<Integer>> borders, int run) {
        List<Integer> starts = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            int start = borders.get(i).get(run);
            starts.add(from.get(i) + start);
            texts.add(values.get(i).substring(start, borders.get(i).get(run + 1)));
        }
        return new Segment(starts, texts);
    }

    /** The part of every value before and after these places; both parts not empty. */
    List<Segment> cut(List<Integer> places) {
        List<List<Integer>> borders = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            borders.add(List.of(0, places.get(i), values.get(i).length()));
        }
        return List.of(between(borders, 0), between(borders, 1));
    }

    private static List<Integer> borders(String value) {
        List<Integer> borders = new ArrayList<>(List.of(0));
        for (int i = 1; i < value.length(); i++) {
            if (border(value, i)) {
                borders.add(i);
            }
        }
        borders.add(value.length());
        return borders;
    }

    private static boolean border(String value, int at) {
        Characters kind = Characters.of(value.charAt(at));
        return kind == Characters.OTHER || kind != Characters.of(value.charAt(at - 1));
    }

    /** One character for each run: 9 for digits, A for letters, the character itself for any other. */
    private static String shape(String value) {
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (i == 0 || border(value, i)) {
                char c = value.charAt(i);
                shape.append(
                        switch (Characters.of(c)) {
                            case DIGIT -> '9';
                            case LETTER -> 'A';
                            case OTHER -> c;
                        });
            }
        }
        return shape.toString();
    }
}
