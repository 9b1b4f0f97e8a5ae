package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keyway.identifier.Trust;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.LocalText;
import org.keyway.profile.NcProgram;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Scope;
import org.keyway.profile.ValueSource;

/** Writes parameter sets as {@link ParameterSetReader} reads them. */
final class ParameterSetWriter {
    private ParameterSetWriter() {}

    static Node.Mapping write(ParameterSet set) {
        Entries entries = ThingWriter.document("ParameterSet", set.id()).mapping("scope", scope(set.scope()));
        if (set.from().isPresent() || set.until().isPresent() || set.parts().isPresent()) {
            entries.mapping(
                    "effective",
                    new Entries()
                            .text("from", set.from().map(Instant::toString))
                            .text("until", set.until().map(Instant::toString))
                            .number("parts", set.parts().map(BigDecimal::new)));
        }
        Entries values = new Entries();
        set.values().forEach((name, source) -> values.node(name, value(source)));
        return entries.text("layer", set.layer())
                .text("note", set.note())
                .mapping("values", values)
                .mapping();
    }

    private static Entries scope(Scope scope) {
        Entries entries = new Entries();
        scope.names().forEach((key, name) -> entries.text(key.word(), Optional.of(name)));
        entries.text("trust", scope.trust().map(Trust::name));
        return scope.attributes().isEmpty() ? entries : entries.mapping("attributes", conditions(scope.attributes()));
    }

    static Entries conditions(List<AttributeCondition> conditions) {
        Entries entries = new Entries();
        conditions.forEach(condition -> entries.node(condition.attribute(), condition(condition)));
        return entries;
    }

    private static Node condition(AttributeCondition condition) {
        if (condition instanceof AttributeCondition.Between between) {
            return new Entries()
                    .number("from", between.from())
                    .number("to", between.to())
                    .mapping();
        }
        AttributeCondition.OneOf oneOf = (AttributeCondition.OneOf) condition;
        return oneOf.values().size() == 1
                ? Entries.verbatim(oneOf.values().get(0))
                : Entries.sequence(
                        oneOf.values().stream().map(Entries::verbatim).toList());
    }

    static Node value(ValueSource source) {
        if (source instanceof ValueSource.Formula formula) {
            return new Entries()
                    .text("formula", formula.expression())
                    .text("unit", formula.unit())
                    .mapping();
        }
        if (source instanceof ValueSource.Offset offset) {
            return new Entries()
                    .number("offset", Optional.of(offset.amount()))
                    .text("unit", offset.unit())
                    .mapping();
        }
        ValueSource.Constant constant = (ValueSource.Constant) source;
        Node value = constant(constant.value());
        return constant.unit().isEmpty()
                ? value
                : new Entries()
                        .node("value", value)
                        .text("unit", constant.unit())
                        .mapping();
    }

    private static Node constant(Object value) {
        if (value instanceof List<?> items) {
            return Entries.sequence(items.stream()
                    .map(item -> constant(Objects.requireNonNull(item)))
                    .toList());
        }
        if (value instanceof LocalText local) {
            Entries entries = new Entries();
            local.locale().ifPresent(locale -> entries.node("locale", Entries.verbatim(locale)));
            return entries.node("text", Entries.verbatim(local.text())).mapping();
        }
        if (value instanceof NcProgram program) {
            return new Entries()
                    .node("name", Entries.verbatim(program.name()))
                    .node("version", Entries.verbatim(program.version()))
                    .node("sha256", Entries.verbatim(program.sha256()))
                    .mapping();
        }
        return Entries.verbatim(value);
    }
}
