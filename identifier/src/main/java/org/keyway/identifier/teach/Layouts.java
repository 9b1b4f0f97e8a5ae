package org.keyway.identifier.teach;

import java.util.ArrayList;
import java.util.List;

/** Ways to take samples apart, each into the same number of segments for every sample. */
final class Layouts {
    private static final String MINOR = "-._";

    private Layouts() {}

    /**
     * The ways that there are, the likeliest first: at the strong separators, at the last, at all, at every change between digits
     * and letters, at the end of what all samples begin with. Empty when the samples have nothing in common.
     */
    static List<List<Segment>> of(List<String> samples) {
        Segment whole = Segment.whole(samples);
        List<List<Segment>> layouts = new ArrayList<>();
        add(layouts, atSeparators(whole, MINOR));
        if (layouts.isEmpty()) {
            add(layouts, atLast(atSeparators(whole, "")));
        }
        add(layouts, atSeparators(whole, ""));
        add(layouts, whole.runs());
        add(layouts, atCommonPrefix(whole));
        return layouts;
    }

    private static void add(List<List<Segment>> layouts, List<Segment> layout) {
        if (layout.size() > 1 && !layouts.contains(layout)) {
            layouts.add(layout);
        }
    }

    /** Of several fields the last for itself, those before it as one. */
    private static List<Segment> atLast(List<Segment> layout) {
        int last = layout.size() - 1;
        boolean several = last > 1
                && layout.get(last - 1).separator()
                && !layout.get(last).separator();
        return several
                ? List.of(Segment.joined(layout.subList(0, last - 1)), layout.get(last - 1), layout.get(last))
                : layout;
    }

    /** Parted at every character that is neither digit nor letter nor one of these; one segment when samples differ in them. */
    private static List<Segment> atSeparators(Segment whole, String content) {
        List<List<Segment>> parted = new ArrayList<>();
        List<Segment> layout = new ArrayList<>();
        for (int i = 0; i < whole.values().size(); i++) {
            parted.add(parts(whole.values().get(i), content));
        }
        int size = parted.get(0).size();
        if (parted.stream().anyMatch(parts -> parts.size() != size)) {
            return List.of(whole);
        }
        for (int part = 0; part < size; part++) {
            int index = part;
            layout.add(new Segment(
                    parted.stream().map(parts -> parts.get(index).from().get(0)).toList(),
                    parted.stream()
                            .map(parts -> parts.get(index).values().get(0))
                            .toList()));
        }
        boolean sameSeparators = layout.stream()
                .allMatch(segment -> segment.separator()
                        || segment.values().stream().noneMatch(value -> isSeparator(value, content)));
        return sameSeparators ? layout : List.of(whole);
    }

    private static boolean isSeparator(String value, String content) {
        return value.length() == 1
                && Characters.of(value.charAt(0)) == Characters.OTHER
                && content.indexOf(value.charAt(0)) < 0;
    }

    private static List<Segment> parts(String sample, String content) {
        List<Segment> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < sample.length(); i++) {
            if (isSeparator(sample.substring(i, i + 1), content)) {
                part(sample, from, i, parts);
                part(sample, i, i + 1, parts);
                from = i + 1;
            }
        }
        part(sample, from, sample.length(), parts);
        return parts;
    }

    private static void part(String sample, int from, int to, List<Segment> parts) {
        if (from < to) {
            parts.add(new Segment(List.of(from), List.of(sample.substring(from, to))));
        }
    }

    private static int beforeZeros(String text, int end) {
        int place = end;
        while (place > 0 && text.charAt(place - 1) == '0') {
            place--;
        }
        return place;
    }

    /** What varies begins where samples first differ, or at several zeros before: a running number is filled up with them. */
    private static List<Segment> atCommonPrefix(Segment whole) {
        String first = whole.values().get(0);
        int common = first.length();
        for (String value : whole.values()) {
            int same = 0;
            while (same < Math.min(common, value.length()) && value.charAt(same) == first.charAt(same)) {
                same++;
            }
            common = same;
        }
        int zeros = first.lastIndexOf("00", common - 2);
        int place = beforeZeros(first, zeros < 0 ? common : zeros);
        boolean usable = place > 1 && whole.values().stream().allMatch(value -> value.length() > place);
        return usable ? whole.cut(whole.values().stream().map(value -> place).toList()) : List.of(whole);
    }
}
