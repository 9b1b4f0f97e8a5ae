package org.keyway.profile.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyway.profile.ArrayBounds;
import org.keyway.profile.Choice;
import org.keyway.profile.Limit;
import org.keyway.profile.LocalText;
import org.keyway.profile.NcProgram;
import org.keyway.profile.Parameter;
import org.keyway.profile.ValueLimits;
import org.keyway.profile.ValueLimits.Layer;
import org.keyway.profile.ValueSource;
import org.keyway.profile.ValueType;
import org.keyway.profile.units.Units;

/** Whether a value fits its parameter: type, range of the type, limits, length. Nothing is rounded, cut or wrapped to fit. */
public final class ValueFit {
    private static final int DEFAULT_LONGEST_TEXT = 255;
    private static final int LONGEST_VERSION = 64;
    private static final String LOCALE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}";
    private static final String SHA_256 = "[0-9A-Fa-f]{64}";

    private ValueFit() {}

    /** What the type wants when the value isn't of it, such as {@code Int16}; empty when it fits. */
    public static Optional<String> typeProblem(Parameter parameter, Object value) {
        return canonical(parameter, value).isPresent() ? Optional.empty() : Optional.of(wanted(parameter));
    }

    /** The value in its one form, a choice by its value; empty when it isn't of the parameter's type. */
    public static Optional<Object> canonical(Parameter parameter, Object value) {
        Optional<ArrayBounds> array = parameter.array();
        if (array.isEmpty()) {
            return element(parameter, value);
        }
        if (!(value instanceof List<?> items) || !array.get().allow(items.size())) {
            return Optional.empty();
        }
        List<Object> elements = new ArrayList<>(items.size());
        for (Object item : items) {
            element(parameter, Objects.requireNonNull(item)).ifPresent(elements::add);
        }
        return elements.size() == items.size() ? Optional.of(List.copyOf(elements)) : Optional.empty();
    }

    private static Optional<Object> element(Parameter parameter, Object value) {
        if (parameter.choices().isEmpty()) {
            return typed(parameter, value);
        }
        return parameter.choices().stream()
                .filter(choice -> choice.name().equals(value) || choice.value().equals(plain(value)))
                .map(Choice::value)
                .findFirst();
    }

    private static Object plain(Object value) {
        return new ValueSource.Constant(value, Optional.empty()).value();
    }

    private static Optional<Object> typed(Parameter parameter, Object value) {
        ValueType type = parameter.type();
        if (type.isNumeric()) {
            return Optional.of(value)
                    .filter(number -> number instanceof BigDecimal decimal
                            && CarriedNumber.carries(type, decimal, tolerance(parameter)));
        }
        return switch (type) {
            case BOOLEAN -> Optional.of(value).filter(Boolean.class::isInstance);
            case LOCALIZED_TEXT -> localText(value, longest(parameter)).map(Object.class::cast);
            case NC_PROGRAM -> program(value, longest(parameter)).map(Object.class::cast);
            default ->
                value instanceof String text
                        ? CanonicalText.of(type, text, longest(parameter)).map(Object.class::cast)
                        : Optional.empty();
        };
    }

    /** In the parameter's unit; nothing where it can't be converted. */
    private static BigDecimal tolerance(Parameter parameter) {
        Optional<BigDecimal> tolerance = parameter.tolerance();
        Optional<String> nodeUnit = parameter.nodeUnit();
        if (tolerance.isEmpty() || nodeUnit.isEmpty()) {
            return tolerance.orElse(BigDecimal.ZERO);
        }
        return Units.table()
                .convertDifference(
                        tolerance.get(), nodeUnit.get(), parameter.unit().orElse(""))
                .orElse(BigDecimal.ZERO);
    }

    private static Optional<LocalText> localText(Object value, int longest) {
        LocalText text = value instanceof String plain
                ? new LocalText(Optional.empty(), plain)
                : value instanceof LocalText local ? local : null;
        return Optional.ofNullable(text)
                .filter(local -> local.text().length() <= longest)
                .filter(local ->
                        local.locale().filter(named -> !named.matches(LOCALE)).isEmpty());
    }

    private static Optional<NcProgram> program(Object value, int longest) {
        if (!(value instanceof NcProgram program)
                || isNone(program.name(), longest)
                || isNone(program.version(), LONGEST_VERSION)
                || !program.sha256().matches(SHA_256)) {
            return Optional.empty();
        }
        return Optional.of(new NcProgram(
                program.name(), program.version(), program.sha256().toLowerCase(Locale.ROOT)));
    }

    private static boolean isNone(String text, int longest) {
        return text.isBlank() || text.length() > longest;
    }

    /** Whether a value, each element of an array, is within the parameter's limits, both in the parameter's unit. */
    public static boolean withinLimits(Parameter parameter, Object value) {
        return ValueLimits.of(parameter.min(), parameter.max(), Layer.PROFILE, "")
                .forbids(value)
                .isEmpty();
    }

    /** A set's constant in the parameter's unit; empty where the units don't convert. Whether it fits is not judged. */
    public static Optional<Object> inUnitOf(Parameter parameter, ValueSource.Constant constant) {
        return Conversion.into(parameter, constant.value(), constant.unit());
    }

    /** Limits that somebody declares, in the parameter's unit; empty where the units don't convert. */
    public static Optional<ValueLimits> limitsOf(Parameter parameter, Limit limit, Layer layer, String of) {
        Optional<BigDecimal> min = inUnitOf(parameter, limit.min(), limit.unit());
        Optional<BigDecimal> max = inUnitOf(parameter, limit.max(), limit.unit());
        boolean converted = min.isPresent() == limit.min().isPresent()
                && max.isPresent() == limit.max().isPresent();
        return converted ? Optional.of(ValueLimits.of(min, max, layer, of)) : Optional.empty();
    }

    private static Optional<BigDecimal> inUnitOf(Parameter parameter, Optional<BigDecimal> end, Optional<String> unit) {
        return unit.isEmpty()
                ? end
                : end.flatMap(value -> Units.table()
                        .convert(value, unit.get(), parameter.unit().orElse("")));
    }

    private static int longest(Parameter parameter) {
        return parameter.maxLength().orElse(DEFAULT_LONGEST_TEXT);
    }

    private static String wanted(Parameter parameter) {
        String element = parameter.choices().isEmpty() ? type(parameter) : choices(parameter);
        return parameter
                .array()
                .map(bounds -> element + "[" + (bounds.least() == bounds.most() ? "" : bounds.least() + "…")
                        + bounds.most() + "]")
                .orElse(element);
    }

    private static String choices(Parameter parameter) {
        return parameter.choices().stream()
                .map(choice -> choice.name() + " (" + choice.value() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String type(Parameter parameter) {
        return switch (parameter.type()) {
            case STRING, BYTE_STRING, XML_ELEMENT, LOCALIZED_TEXT ->
                parameter.type().opcUaName() + "(" + longest(parameter) + ")";
            case DATE_TIME -> "DateTime, 2026-01-31T00:00:00Z";
            case NODE_ID, EXPANDED_NODE_ID -> parameter.type().opcUaName() + ", nsu=urn:cnc;s=Name";
            case STATUS_CODE -> "StatusCode, 0x80000000";
            case NC_PROGRAM -> "{name, version, sha256}";
            default -> parameter.type().opcUaName();
        };
    }
}
