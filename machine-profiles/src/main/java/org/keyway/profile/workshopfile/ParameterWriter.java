package org.keyway.profile.workshopfile;

import org.keyway.profile.ArrayBounds;
import org.keyway.profile.Choice;
import org.keyway.profile.Parameter;
import org.keyway.profile.ProgramNodes;

/** Writes parameters of machine profiles as {@link ParameterReader} reads them. */
final class ParameterWriter {
    private ParameterWriter() {}

    static Entries write(Parameter parameter) {
        Entries entries = new Entries()
                .text("name", parameter.name())
                .node("type", Entries.verbatim(parameter.typeName()))
                .text("unit", parameter.unit())
                .number("min", parameter.min())
                .number("max", parameter.max());
        if (!parameter.required()) {
            entries.flag("required", false);
        }
        parameter.maxLength().ifPresent(length -> entries.number("maxLength", length));
        parameter.array().ifPresent(bounds -> length(entries, bounds));
        entries.number("tolerance", parameter.tolerance())
                .text("node", parameter.node())
                .text("versionNode", parameter.program().flatMap(ProgramNodes::version))
                .text("sha256Node", parameter.program().flatMap(ProgramNodes::sha256))
                .text("nodeUnit", parameter.nodeUnit())
                .name("label", parameter.label(), parameter.name())
                .mappings(
                        "choices",
                        parameter.choices().stream()
                                .map(ParameterWriter::choice)
                                .toList());
        return LimitFields.write(entries, "roleLimits", parameter.roleLimits());
    }

    private static void length(Entries entries, ArrayBounds bounds) {
        if (bounds.least() == bounds.most()) {
            entries.number("length", bounds.most());
        } else if (bounds.most() < ArrayBounds.LONGEST) {
            entries.number("maxLength", bounds.most());
        }
    }

    private static Entries choice(Choice choice) {
        return new Entries()
                .node("value", Entries.verbatim(choice.value()))
                .text("name", choice.name())
                .name("label", choice.label(), choice.name());
    }
}
