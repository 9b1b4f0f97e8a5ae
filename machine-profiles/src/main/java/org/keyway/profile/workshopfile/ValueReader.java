package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.ArrayBounds;
import org.keyway.profile.LocalText;
import org.keyway.profile.NcProgram;
import org.keyway.profile.ValueSource;

/** Reads where the values of parameter sets come from. */
final class ValueReader {
    private static final String WANTED =
            "value, [values], {value}, {formula}, {offset}, {locale, text}, {name, version, sha256}";

    private ValueReader() {}

    static Optional<ValueSource> read(String name, Node node, Fields fields) {
        if (node instanceof Node.Mapping mapping && !isValue(mapping)) {
            return source(name, mapping, fields.in(mapping));
        }
        return value(name, node, fields).map(value -> new ValueSource.Constant(value, Optional.empty()));
    }

    private static boolean isValue(Node.Mapping mapping) {
        return mapping.entries().containsKey("text") || isProgram(mapping);
    }

    private static boolean isProgram(Node.Mapping mapping) {
        return mapping.entries().containsKey("name") || mapping.entries().containsKey("sha256");
    }

    private static Optional<ValueSource> source(String name, Node.Mapping mapping, Fields entry) {
        Optional<String> unit = entry.optionalText("unit");
        Optional<String> formula = entry.optionalText("formula");
        Optional<BigDecimal> offset = entry.decimal("offset");
        Optional<Node> constant = entry.node("value");
        entry.finish();
        if (formula.isPresent()) {
            return Optional.of(new ValueSource.Formula(formula.get(), unit));
        }
        if (offset.isPresent()) {
            return Optional.of(new ValueSource.Offset(offset.get(), unit));
        }
        if (constant.isPresent()) {
            return value(name, constant.get(), entry).map(value -> new ValueSource.Constant(value, unit));
        }
        entry.problem(mapping.line(), ImportCode.MISSING_KEY, Map.of("key", name + ".value"));
        return Optional.empty();
    }

    private static Optional<Object> value(String name, Node node, Fields fields) {
        if (node instanceof Node.Sequence sequence) {
            return list(name, sequence, fields);
        }
        return single(name, node, fields);
    }

    private static Optional<Object> list(String name, Node.Sequence sequence, Fields fields) {
        if (sequence.items().size() > ArrayBounds.LONGEST) {
            fields.problem(sequence.line(), ImportCode.TOO_LARGE, Map.of("limit", ArrayBounds.LONGEST));
            return Optional.empty();
        }
        List<Object> items = new ArrayList<>();
        for (Node item : sequence.items()) {
            single(name, item, fields).ifPresent(items::add);
        }
        return Optional.of(items);
    }

    private static Optional<Object> single(String name, Node node, Fields fields) {
        if (node instanceof Node.Scalar scalar) {
            return Optional.of(scalar.value());
        }
        if (node instanceof Node.Mapping mapping && isValue(mapping)) {
            Fields entry = fields.in(mapping);
            Object value = isProgram(mapping) ? program(entry) : localText(entry);
            entry.finish();
            return Optional.of(value);
        }
        fields.problem(node.line(), ImportCode.WRONG_TYPE, Map.of("key", name, "wanted", WANTED));
        return Optional.empty();
    }

    private static NcProgram program(Fields entry) {
        return new NcProgram(required(entry, "name"), required(entry, "version"), required(entry, "sha256"));
    }

    private static LocalText localText(Fields entry) {
        return new LocalText(verbatim(entry, "locale"), verbatim(entry, "text").orElse(""));
    }

    private static String required(Fields entry, String key) {
        Optional<String> text = verbatim(entry, key);
        if (entry.node(key).isEmpty()) {
            entry.problem(entry.line(), ImportCode.MISSING_KEY, Map.of("key", key));
        }
        return text.orElse("");
    }

    /** A text of a value, in which variables are not replaced: values say what they say. */
    private static Optional<String> verbatim(Fields entry, String key) {
        Optional<Node> node = entry.node(key);
        if (node.isPresent() && node.get() instanceof Node.Scalar scalar && !(scalar.value() instanceof Boolean)) {
            return Optional.of(scalar.text());
        }
        node.ifPresent(
                found -> entry.problem(found.line(), ImportCode.WRONG_TYPE, Map.of("key", key, "wanted", "text")));
        return Optional.empty();
    }
}
