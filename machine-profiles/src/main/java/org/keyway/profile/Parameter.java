package org.keyway.profile;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One parameter that a kind of machine takes.
 *
 * @param unit of the values in parameter sets, from the closed table of units
 * @param min the least value allowed, in {@code unit}
 * @param max the greatest value allowed, in {@code unit}
 * @param required whether a job without it is refused
 * @param tolerance how far a value read back may differ, in {@code nodeUnit}; exact when empty and not a Double
 * @param maxLength of a text, in characters
 * @param node where it is written, as {@code nsu=<uri>;s=<id>}; {@code {machine}} stands for the machine's id
 * @param nodeUnit the unit that the machine expects; {@code unit} when empty
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
        Name label) {}
