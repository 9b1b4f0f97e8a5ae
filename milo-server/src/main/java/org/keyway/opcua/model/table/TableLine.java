package org.keyway.opcua.model.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A line of a table: its fields, and those of them that are attributes. */
record TableLine(String table, int number, List<String> fields) {
    private static final String EMPTY = "\\e";

    static TableLine of(String table, int number, String line) {
        return new TableLine(
                table,
                number,
                Arrays.stream(line.substring(line.startsWith("\t") ? 1 : 0).split("\t", -1))
                        .map(TableLine::unescaped)
                        .toList());
    }

    String field(int index) {
        if (index >= fields.size()) {
            throw wrong("a field is missing");
        }
        return fields.get(index);
    }

    /** A field that may be left out at the end of a line. */
    String fieldOrEmpty(int index) {
        return index < fields.size() ? fields.get(index) : "";
    }

    Optional<String> attribute(String name) {
        return fields.stream()
                .skip(2)
                .filter(field -> field.startsWith(name + "="))
                .map(field -> field.substring(name.length() + 1))
                .findFirst();
    }

    boolean flag(String name) {
        return fields.stream().skip(2).anyMatch(name::equals);
    }

    long number(String attribute, long otherwise) {
        return attribute(attribute).map(Long::parseLong).orElse(otherwise);
    }

    IllegalStateException wrong(String what) {
        return new IllegalStateException(table + ":" + number + ": " + what);
    }

    static String escaped(String text) {
        return text.isEmpty()
                ? EMPTY
                : text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static String unescaped(String text) {
        if (text.equals(EMPTY)) {
            return "";
        }
        return text.indexOf('\\') < 0
                ? text
                : Arrays.stream(text.split("\\\\\\\\", -1))
                        .map(part -> part.replace("\\t", "\t").replace("\\n", "\n"))
                        .collect(Collectors.joining("\\"));
    }
}
