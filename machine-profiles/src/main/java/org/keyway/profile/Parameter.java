package org.keyway.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One parameter that a kind of machine takes.
 *
 * @param type of the value; of each element where it is an array
 * @param unit of the values in parameter sets, from the closed table of units
 * @param min the least value allowed, in {@code unit}
 * @param max the greatest value allowed, in {@code unit}
 * @param required whether a job without it is refused
 * @param tolerance how far a value read back may differ, in {@code nodeUnit}; exact when empty and not a Double
 * @param maxLength of a text, in characters; of a ByteString, in bytes
 * @param node where it is written, as {@code nsu=<uri>;s=<id>}; {@code {machine}} stands for the machine's id
 * @param nodeUnit the unit that the machine expects; {@code unit} when empty
 * @param array where it is an array of one dimension, how long
 * @param choices the only values it may have, where there are any
 * @param roleLimits by role, which values somebody of that role may set
 * @param program of an NC program, where its version and hash go; its name goes to {@code node}
 */
public record Parameter(
        String name,
        ValueType type,
        Optional<String> unit,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        boolean required,
        Optional<BigDecimal> tolerance,
        Optional<Integer> maxLength,
        String node,
        Optional<String> nodeUnit,
        Name label,
        Optional<ArrayBounds> array,
        List<Choice> choices,
        Map<String, Limit> roleLimits,
        Optional<ProgramNodes> program) {
    private static final int SHA_256_DIGITS = 64;

    public Parameter {
        // Documents from before there were arrays, choices and programs have none.
        array = Objects.requireNonNullElse(array, Optional.empty());
        choices = List.copyOf(Objects.requireNonNullElse(choices, List.of()));
        roleLimits = Limit.byParameter(roleLimits);
        program = Objects.requireNonNullElse(program, Optional.empty());
    }

    /** A single value without choices. */
    public Parameter(
            String name,
            ValueType type,
            Optional<String> unit,
            Optional<BigDecimal> min,
            Optional<BigDecimal> max,
            boolean required,
            Optional<BigDecimal> tolerance,
            Optional<Integer> maxLength,
            String node,
            Optional<String> nodeUnit,
            Name label) {
        this(
                name,
                type,
                unit,
                min,
                max,
                required,
                tolerance,
                maxLength,
                node,
                nodeUnit,
                label,
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.empty());
    }

    /** The same parameter with an array of so many elements. */
    public Parameter ofArray(ArrayBounds bounds) {
        return new Parameter(
                name,
                type,
                unit,
                min,
                max,
                required,
                tolerance,
                maxLength,
                node,
                nodeUnit,
                label,
                Optional.of(bounds),
                choices,
                roleLimits,
                program);
    }

    /** The type as files write it, such as {@code Double[]}. */
    public String typeName() {
        return array.isPresent() ? type.opcUaName() + "[]" : type.opcUaName();
    }

    /** The choice of a value that this parameter has, where it has choices. */
    public Optional<Choice> choice(Object value) {
        return choices.stream().filter(choice -> choice.value().equals(value)).findFirst();
    }

    /** What is written to the machine for it: itself, or the parts of an NC program, named {@code <name>.version} and so on. */
    public List<Parameter> written() {
        if (type != ValueType.NC_PROGRAM) {
            return List.of(this);
        }
        List<Parameter> parts = new ArrayList<>();
        parts.add(part("", node, label, maxLength));
        program.flatMap(ProgramNodes::version)
                .ifPresent(at -> parts.add(part(".version", at, labelled(": version", "：版本"), maxLength)));
        program.flatMap(ProgramNodes::sha256)
                .ifPresent(at ->
                        parts.add(part(".sha256", at, labelled(": SHA-256", "：SHA-256"), Optional.of(SHA_256_DIGITS))));
        return List.copyOf(parts);
    }

    private Name labelled(String en, String zh) {
        return new Name(label.en() + en, label.zh() + zh);
    }

    private Parameter part(String suffix, String at, Name called, Optional<Integer> longest) {
        return new Parameter(
                name + suffix,
                ValueType.STRING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                required,
                Optional.empty(),
                longest,
                at,
                Optional.empty(),
                called);
    }
}
