package org.keyway.profile.workshopfile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Trust;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Scope;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.ValueSource;

/** Reads parameter sets. */
final class ParameterSetReader {
    static final int MOST_PARTS = 1_000_000;

    private ParameterSetReader() {}

    static ParameterSet read(String id, Fields fields) {
        Scope scope = fields.mapping("scope").map(ParameterSetReader::scope).orElseGet(() -> {
            fields.problem(fields.line(), ImportCode.MISSING_KEY, Map.of("key", "scope"));
            return Scope.ANY;
        });
        Map<String, ValueSource> values = new LinkedHashMap<>();
        fields.entries("values")
                .forEach((name, node) ->
                        ValueReader.read(name, node, fields).ifPresent(value -> values.put(name, value)));
        Optional<Fields> effective = fields.mapping("effective");
        ParameterSet set = new ParameterSet(
                id,
                scope,
                values,
                effective.flatMap(range -> range.instant("from")),
                effective.flatMap(range -> range.instant("until")),
                fields.optionalText("note"),
                fields.node("layer").map(layer -> fields.id("layer")),
                effective.flatMap(range -> range.integer("parts", 1, MOST_PARTS)));
        effective.ifPresent(Fields::refuseEmpty);
        effective.ifPresent(Fields::finish);
        return set;
    }

    private static Scope scope(Fields fields) {
        Map<ScopeKey, String> names = new EnumMap<>(ScopeKey.class);
        for (ScopeKey key : ScopeKey.values()) {
            fields.optionalText(key.word()).ifPresent(name -> names.put(key, name));
        }
        Scope scope =
                Scope.of(names, conditions(fields, "attributes"), fields.choice("trust", Trust.class, Trust::name));
        // A product that was forgotten must not become any product.
        fields.refuseEmpty();
        fields.finish();
        return scope;
    }

    static List<AttributeCondition> conditions(Fields fields, String key) {
        List<AttributeCondition> conditions = new ArrayList<>();
        fields.entries(key).forEach((attribute, node) -> conditions.add(condition(attribute, node, fields)));
        return conditions;
    }

    private static AttributeCondition condition(String attribute, Node node, Fields fields) {
        if (node instanceof Node.Mapping mapping) {
            Fields interval = fields.in(mapping);
            AttributeCondition between =
                    new AttributeCondition.Between(attribute, interval.decimal("from"), interval.decimal("to"));
            interval.finish();
            return between;
        }
        List<Node> allowed = node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
        List<String> texts = new ArrayList<>();
        for (Node item : allowed) {
            if (item instanceof Node.Scalar scalar) {
                texts.add(scalar.text());
            } else {
                fields.problem(item.line(), ImportCode.WRONG_TYPE, Map.of("key", attribute, "wanted", "text, number"));
            }
        }
        return new AttributeCondition.OneOf(attribute, texts);
    }
}
