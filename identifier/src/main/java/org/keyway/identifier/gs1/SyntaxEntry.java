package org.keyway.identifier.gs1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One line of a GS1 Barcode Syntax Dictionary: identifiers, flags, fields, attributes, title. */
final class SyntaxEntry {
    private static final Pattern IDENTIFIERS = Pattern.compile("([0-9]{1,3})([0-9])(?:-\\1([0-9]))?");
    private static final Pattern FLAGS = Pattern.compile("[*!?\"$%&'()+,\\-./:;<=>@\\[\\\\\\]^_`{|}~]+");
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z]+(?:=[a-z0-9\\-+_,|]+)?");
    private static final Pattern REFERENCE = Pattern.compile("(?=.{2,4}$)[0-9]+n*");
    private static final char TITLE = '#';

    private final Function<String, Optional<Rule>> rules;
    private final List<String> words;
    private final String title;
    private final String ids;
    private boolean fixed;
    private boolean attribute;
    private boolean key;
    private final List<Field> fields = new ArrayList<>();
    private final List<List<List<String>>> requires = new ArrayList<>();
    private final List<String> excludes = new ArrayList<>();
    private final List<List<String>> qualifiers = new ArrayList<>();

    /**
     * Reads a line.
     *
     * @param rules finds the rule of a linter; an empty answer leaves the linter out
     * @throws IllegalArgumentException when the line is malformed
     */
    SyntaxEntry(String line, Function<String, Optional<Rule>> rules) {
        this.rules = rules;
        int hash = line.indexOf(TITLE);
        this.title = hash < 0 ? "" : line.substring(hash + 1).strip();
        this.words = Arrays.stream((hash < 0 ? line : line.substring(0, hash)).split("[ \\t]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        this.ids = words.isEmpty() ? "" : words.get(0);
        expect(IDENTIFIERS.matcher(ids).matches(), "no application identifier or range", ids);
        readWords();
        checkFields();
    }

    /** The identifiers of the line. */
    List<ApplicationIdentifier> identifiers() {
        List<String> range = TableLine.range(ids);
        expect(!range.isEmpty(), "a range that ends before it begins", ids);
        return range.stream()
                .map(id -> new ApplicationIdentifier(
                        id, title, fixed, key, attribute, fields, requires, excludes, qualifiers))
                .toList();
    }

    private void readWords() {
        int at = 1;
        while (at < words.size() && FLAGS.matcher(words.get(at)).matches()) {
            fixed |= words.get(at).indexOf('*') >= 0;
            attribute |= words.get(at).indexOf('?') >= 0;
            at++;
        }
        while (at < words.size() && isField(words.get(at))) {
            fields.add(SyntaxField.read(words.get(at++), rules));
        }
        while (at < words.size()) {
            attribute(words.get(at++));
        }
    }

    private static boolean isField(String word) {
        char first = word.charAt(0);
        return first == '[' || (first >= 'A' && first <= 'Z');
    }

    private void attribute(String word) {
        expect(ATTRIBUTE.matcher(word).matches(), "no attribute", word);
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        String value = equals < 0 ? "" : word.substring(equals + 1);
        switch (name) {
            case "req" -> requires.add(alternatives(value));
            case "ex" -> references(value, ",").forEach(excludes::add);
            case "dlpkey" -> {
                key = true;
                if (!value.isEmpty()) {
                    split(value, "\\|").forEach(sequence -> qualifiers.add(references(sequence, ",")));
                }
            }
            default -> {
                // Attributes of later releases say nothing that a scan could be judged by here.
            }
        }
    }

    private static List<List<String>> alternatives(String value) {
        return split(value, ",").stream().map(set -> references(set, "\\+")).toList();
    }

    /** Identifiers and patterns of them; any digit is {@code n} in a dictionary and {@code ?} here. */
    private static List<String> references(String value, String separator) {
        List<String> ids = split(value, separator);
        for (String id : ids) {
            expect(REFERENCE.matcher(id).matches(), "no application identifier", id);
        }
        return ids.stream().map(id -> id.replace('n', '?')).toList();
    }

    private static List<String> split(String value, String separator) {
        return Arrays.asList(value.split(separator, -1));
    }

    private void checkFields() {
        expect(!fields.isEmpty(), "no field", ids);
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            boolean last = i == fields.size() - 1;
            expect(last || field.shortest() == field.longest(), "only the last field may vary in length", ids);
            expect(
                    last || !field.optional() || fields.get(i + 1).optional(),
                    "a field must follow an optional one",
                    ids);
            expect(
                    !fixed || (field.shortest() == field.longest() && !field.optional()),
                    "a predefined length (*) that varies",
                    ids);
        }
    }

    static void expect(boolean holds, String otherwise, String word) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise + ": " + word);
        }
    }
}
