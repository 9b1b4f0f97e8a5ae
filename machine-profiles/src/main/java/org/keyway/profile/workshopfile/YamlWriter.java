package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Writes nodes as YAML that {@link YamlReader} reads as the same nodes: one entry a line, in flow style where it fits. A
 * text stands without quotes only when no reader could take it for anything else.
 */
final class YamlWriter {
    private static final int WIDEST = 110;
    /** YAML 1.2.2, 7.4.2: a key longer than 1024 characters must be marked as one. */
    private static final int LONGEST_BARE_KEY = 500;

    private static final int LARGEST_PLAIN_SCALE = 40;
    private static final Pattern BARE =
            Pattern.compile("\\d{1,6}(ms|s|min|h)|\\p{L}[\\p{L}\\p{Nd}_./-]*( [\\p{L}\\p{Nd}_./-]+)*");
    private static final Pattern WORD =
            Pattern.compile("true|false|yes|no|on|off|y|n|null|nan|inf|infinity", Pattern.CASE_INSENSITIVE);

    private YamlWriter() {}

    static String document(Node.Mapping root) {
        StringBuilder out = new StringBuilder();
        block(root, "", out);
        return out.toString();
    }

    private static void block(Node.Mapping mapping, String indent, StringBuilder out) {
        mapping.entries().forEach((key, node) -> {
            String line = indent + text(key) + ":";
            String flow = flow(node);
            if (line.length() + flow.length() < WIDEST || !canBeBlock(node)) {
                out.append(line).append(' ').append(flow).append('\n');
            } else if (node instanceof Node.Mapping inner) {
                out.append(line).append('\n');
                block(inner, indent + "  ", out);
            } else if (node instanceof Node.Sequence sequence) {
                out.append(line).append('\n');
                sequence.items()
                        .forEach(item -> out.append(indent)
                                .append("  - ")
                                .append(flow(item))
                                .append('\n'));
            }
        });
    }

    private static boolean canBeBlock(Node node) {
        return node instanceof Node.Sequence
                || (node instanceof Node.Mapping mapping
                        && mapping.entries().keySet().stream().allMatch(key -> key.length() <= LONGEST_BARE_KEY));
    }

    /** A node on one line. */
    static String flow(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return flow(mapping.entries());
        }
        if (node instanceof Node.Sequence sequence) {
            return flow(sequence.items());
        }
        return node instanceof Node.Scalar scalar ? scalar(scalar.value()) : "null";
    }

    private static String flow(Map<String, Node> entries) {
        StringJoiner joined = new StringJoiner(", ", "{", "}");
        entries.forEach((key, node) -> {
            String marked = key.length() > LONGEST_BARE_KEY ? "? " + text(key) + " : " : text(key) + ": ";
            joined.add(marked + flow(node));
        });
        return joined.toString();
    }

    private static String flow(List<Node> items) {
        StringJoiner joined = new StringJoiner(", ", "[", "]");
        items.forEach(item -> joined.add(flow(item)));
        return joined.toString();
    }

    private static String scalar(Object value) {
        if (value instanceof BigDecimal number) {
            boolean plain = number.scale() >= 0 && number.scale() <= LARGEST_PLAIN_SCALE;
            return plain ? number.toPlainString() : number.toString();
        }
        return value instanceof Boolean ? value.toString() : text(value.toString());
    }

    private static String text(String text) {
        if (BARE.matcher(text).matches() && !WORD.matcher(text).matches()) {
            return text;
        }
        return quoted(text);
    }

    /** A text in quotes, on one line, with nothing in it that can't be seen. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').appendCodePoint(character);
            } else if (isVisible(character)) {
                quoted.appendCodePoint(character);
            } else {
                quoted.append("\\U%08X".formatted(character));
            }
        });
        return quoted.append('"').toString();
    }

    /** Whether a character stands for itself in quotes. */
    static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
