package org.keyway.profile.workshopfile;

import java.time.Instant;
import org.keyway.identifier.Trust;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Scope;
import org.keyway.profile.ValueSource;

/** Writes parameter sets as {@link ParameterSetReader} reads them. */
final class ParameterSetWriter {
    private ParameterSetWriter() {}

    static Node.Mapping write(ParameterSet set) {
        Entries entries = ThingWriter.document("ParameterSet", set.id()).mapping("scope", scope(set.scope()));
        if (set.from().isPresent() || set.until().isPresent()) {
            entries.mapping(
                    "effective",
                    new Entries()
                            .text("from", set.from().map(Instant::toString))
                            .text("until", set.until().map(Instant::toString)));
        }
        Entries values = new Entries();
        set.values().forEach((name, source) -> values.node(name, value(source)));
        return entries.text("note", set.note()).mapping("values", values).mapping();
    }

    private static Entries scope(Scope scope) {
        Entries entries = new Entries()
                .text("family", scope.family())
                .text("product", scope.product())
                .text("lot", scope.lot())
                .text("serial", scope.serial())
                .text("machineClass", scope.machineClass())
                .text("machine", scope.machine())
                .text("operation", scope.operation())
                .text("trust", scope.trust().map(Trust::name));
        Entries attributes = new Entries();
        scope.attributes().forEach(condition -> attributes.node(condition.attribute(), condition(condition)));
        return scope.attributes().isEmpty() ? entries : entries.mapping("attributes", attributes);
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

    private static Node value(ValueSource source) {
        if (source instanceof ValueSource.Formula formula) {
            return new Entries()
                    .text("formula", formula.expression())
                    .text("unit", formula.unit())
                    .mapping();
        }
        ValueSource.Constant constant = (ValueSource.Constant) source;
        Node value = Entries.verbatim(constant.value());
        return constant.unit().isEmpty()
                ? value
                : new Entries()
                        .node("value", value)
                        .text("unit", constant.unit())
                        .mapping();
    }
}
