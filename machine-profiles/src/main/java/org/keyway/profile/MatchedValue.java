package org.keyway.profile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The value that won for one parameter, and why.
 *
 * @param value in {@code parameter.unit()}, as {@link ParameterValue} describes
 * @param nodeValue the same in the unit that the machine expects
 * @param source the set and version it came from
 * @param formula the formula it was computed by, if it was
 * @param inputs what the formula was computed from, by name
 * @param offsets what layers added, in the order of the layers' names; their sum is in {@code value}
 * @param limits what it was held against, and whose limits these are
 * @param losers every other candidate of this parameter, most specific first
 */
public record MatchedValue(
        Parameter parameter,
        Object value,
        Object nodeValue,
        SetVersion source,
        Optional<String> formula,
        Map<String, Object> inputs,
        List<AddedOffset> offsets,
        ValueLimits limits,
        List<Loser> losers) {
    public MatchedValue {
        inputs = Map.copyOf(inputs);
        offsets = List.copyOf(offsets);
        losers = List.copyOf(losers);
    }

    /** A value that a set gives as it is. */
    public MatchedValue(Parameter parameter, Object value, Object nodeValue, SetVersion source, List<Loser> losers) {
        this(parameter, value, nodeValue, source, Optional.empty(), Map.of(), List.of(), ValueLimits.NONE, losers);
    }

    /** What is written to the machine for it: itself, or the parts of an NC program, all of the one set. */
    public List<MatchedValue> written() {
        if (!(value instanceof NcProgram program)) {
            return List.of(this);
        }
        return parameter.written().stream().map(part -> part(part, program)).toList();
    }

    private MatchedValue part(Parameter part, NcProgram program) {
        String text = part.name().equals(parameter.name())
                ? program.name()
                : part.name().endsWith(".version") ? program.version() : program.sha256();
        return new MatchedValue(part, text, text, source, formula, inputs, offsets, limits, losers);
    }

    /** The choice that the value is, where its parameter has choices. */
    public Optional<Choice> choice() {
        return parameter.choice(value);
    }

    /**
     * What a layer added.
     *
     * @param amount in the parameter's unit
     */
    public record AddedOffset(String layer, SetVersion source, BigDecimal amount) {}

    /**
     * A candidate that did not win.
     *
     * @param reason a stable word: {@code less-specific-product}, {@code less-specific-machine},
     *     {@code less-specific-operation}, {@code fewer-conditions}, {@code lower-precedence}, {@code replaced-on-trial},
     *     {@code equal}, {@code attribute}, {@code not-effective}, {@code parts-used-up}
     */
    public record Loser(SetVersion source, String reason, String detail) {}
}
