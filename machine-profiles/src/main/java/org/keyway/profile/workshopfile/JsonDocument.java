package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One document in the keys of workshop files that came, or goes, without a file: plain maps, lists, texts, numbers and flags.
 * Entries have paths where those of files have lines, such as {@code scope.attributes.hardness.from} or {@code identifiers.0}.
 */
public final class JsonDocument {
    /** Readers count lines from 1. */
    private static final String NO_LINE = "";

    private final List<String> paths = new ArrayList<>(List.of(NO_LINE));
    private final Node.Mapping root;

    private JsonDocument(Map<?, ?> document) {
        root = mapping("", document);
    }

    /**
     * A document to be read.
     *
     * @param document of maps with texts as keys, lists, {@code String}, {@code BigDecimal} of at most some hundred digits,
     *     {@code Boolean}, and null
     */
    public static JsonDocument of(Map<String, ?> document) {
        return new JsonDocument(document);
    }

    /** The path of what stands at a line that a reader told of; empty for the whole. */
    public String path(int line) {
        return line > 0 && line < paths.size() ? paths.get(line) : "";
    }

    Node.Mapping root() {
        return root;
    }

    private int line(String path) {
        paths.add(path);
        return paths.size() - 1;
    }

    private static String under(String path, Object key) {
        return path.isEmpty() ? String.valueOf(key) : path + "." + key;
    }

    private Node.Mapping mapping(String path, Map<?, ?> map) {
        int line = line(path);
        Map<String, Node> entries = new LinkedHashMap<>();
        map.forEach((key, value) -> entries.put(String.valueOf(key), node(under(path, key), value)));
        return new Node.Mapping(line, entries);
    }

    private Node node(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return mapping(path, map);
        }
        if (value instanceof List<?> list) {
            int line = line(path);
            List<Node> items = new ArrayList<>();
            list.forEach(item -> items.add(node(under(path, items.size()), item)));
            return new Node.Sequence(line, items);
        }
        boolean scalar = value instanceof BigDecimal || value instanceof Boolean;
        return value == null
                ? new Node.Empty(line(path))
                : new Node.Scalar(line(path), scalar ? value : value.toString());
    }

    /** What a writer made, as plain maps, lists and values. */
    static Map<String, Object> plain(Node.Mapping mapping) {
        Map<String, Object> entries = new LinkedHashMap<>();
        mapping.entries().forEach((key, node) -> {
            if (!(node instanceof Node.Empty)) {
                entries.put(key, plain(node));
            }
        });
        return Collections.unmodifiableMap(entries);
    }

    private static Object plain(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return plain(mapping);
        }
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream().map(JsonDocument::plain).toList();
        }
        return node instanceof Node.Scalar scalar ? scalar.value() : "";
    }
}
