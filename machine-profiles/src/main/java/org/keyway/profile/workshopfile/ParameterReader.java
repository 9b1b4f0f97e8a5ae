package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyway.profile.ArrayBounds;
import org.keyway.profile.Choice;
import org.keyway.profile.Name;
import org.keyway.profile.Parameter;
import org.keyway.profile.ProgramNodes;
import org.keyway.profile.ValueType;
import org.keyway.profile.matching.ValueFit;

/** Reads the parameters of machine profiles. */
final class ParameterReader {
    private static final int LONGEST_TEXT = 4096;
    private static final int MOST_CHOICES = 1000;
    private static final String ARRAY = "[]";

    private ParameterReader() {}

    static Parameter read(Fields fields) {
        String name = fields.id("name");
        String written = fields.optionalText("type").orElse("");
        ValueType type = type(written, fields);
        Optional<BigDecimal> min = fields.decimal("min");
        Optional<BigDecimal> max = fields.decimal("max");
        if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
            fields.problem(fields.line("min"), ImportCode.LIMITS_SWAPPED, Map.of("parameter", name));
        }
        Optional<ArrayBounds> array = array(written, fields);
        Optional<Integer> maxLength =
                array.isPresent() ? Optional.empty() : fields.integer("maxLength", 1, LONGEST_TEXT);
        Name label = fields.name("label", name);
        Parameter parameter = new Parameter(
                name,
                type,
                fields.optionalText("unit"),
                min,
                max,
                fields.flag("required", true),
                fields.decimal("tolerance"),
                maxLength,
                MachineProfileReader.node(fields, "node"),
                fields.optionalText("nodeUnit"),
                label,
                array,
                choices(fields),
                LimitFields.read(fields, "roleLimits"),
                program(type, fields));
        check(parameter, fields);
        fields.finish();
        return parameter;
    }

    private static ValueType type(String written, Fields fields) {
        if (fields.node("type").isEmpty()) {
            fields.problem(fields.line(), ImportCode.MISSING_KEY, Map.of("key", "type"));
            return ValueType.DOUBLE;
        }
        String name = written.endsWith(ARRAY) ? written.substring(0, written.length() - ARRAY.length()) : written;
        Optional<ValueType> type = Arrays.stream(ValueType.values())
                .filter(known -> known.opcUaName().equalsIgnoreCase(name))
                .findFirst();
        if (type.isEmpty() || (written.endsWith(ARRAY) && type.get() == ValueType.NC_PROGRAM)) {
            String known =
                    Arrays.stream(ValueType.values()).map(ValueType::opcUaName).collect(Collectors.joining(", "));
            fields.problem(fields.line("type"), ImportCode.NO_TYPE, Map.of("type", written, "known", known));
        }
        return type.orElse(ValueType.DOUBLE);
    }

    private static Optional<ArrayBounds> array(String written, Fields fields) {
        Optional<Integer> length = fields.integer("length", 1, ArrayBounds.LONGEST);
        if (!written.endsWith(ARRAY)) {
            length.ifPresent(unused -> misplaced("length", written, fields));
            return Optional.empty();
        }
        Optional<Integer> most = fields.integer("maxLength", 1, ArrayBounds.LONGEST);
        if (length.isPresent()) {
            most.ifPresent(unused -> misplaced("maxLength", "length", fields));
            return length.map(exact -> new ArrayBounds(exact, exact));
        }
        return Optional.of(new ArrayBounds(0, most.orElse(ArrayBounds.LONGEST)));
    }

    private static void misplaced(String key, String beside, Fields fields) {
        fields.problem(fields.line(key), ImportCode.MISPLACED_KEY, Map.of("key", key, "beside", beside));
    }

    private static List<Choice> choices(Fields fields) {
        List<Choice> choices = new ArrayList<>();
        List<Fields> written = fields.mappings("choices");
        if (written.size() > MOST_CHOICES) {
            fields.problem(fields.line("choices"), ImportCode.TOO_LARGE, Map.of("limit", MOST_CHOICES));
            return choices;
        }
        for (Fields choice : written) {
            String name = choice.id("name");
            Optional<Node> value = choice.node("value");
            if (value.isPresent() && value.get() instanceof Node.Scalar scalar) {
                choices.add(new Choice(scalar.value(), name, choice.name("label", name)));
            } else {
                choice.problem(choice.line("value"), ImportCode.MISSING_KEY, Map.of("key", "value"));
            }
            choice.finish();
        }
        return choices;
    }

    private static Optional<ProgramNodes> program(ValueType type, Fields fields) {
        Optional<String> version =
                fields.node("versionNode").map(node -> MachineProfileReader.node(fields, "versionNode"));
        Optional<String> sha256 =
                fields.node("sha256Node").map(node -> MachineProfileReader.node(fields, "sha256Node"));
        if (type == ValueType.NC_PROGRAM) {
            return Optional.of(new ProgramNodes(version, sha256));
        }
        version.ifPresent(unused -> misplaced("versionNode", type.opcUaName(), fields));
        sha256.ifPresent(unused -> misplaced("sha256Node", type.opcUaName(), fields));
        return Optional.empty();
    }

    private static void check(Parameter parameter, Fields fields) {
        ValueType type = parameter.type();
        if (!parameter.choices().isEmpty() && !type.isInteger() && type != ValueType.STRING) {
            misplaced("choices", type.opcUaName(), fields);
        }
        if (!parameter.roleLimits().isEmpty() && !type.isNumeric()) {
            misplaced("roleLimits", type.opcUaName(), fields);
        }
        Parameter element = new Parameter(
                parameter.name(),
                type,
                parameter.unit(),
                parameter.min(),
                parameter.max(),
                parameter.required(),
                parameter.tolerance(),
                parameter.maxLength(),
                parameter.node(),
                parameter.nodeUnit(),
                parameter.label());
        for (Choice choice : parameter.choices()) {
            boolean fits = ValueFit.typeProblem(element, choice.value()).isEmpty()
                    && ValueFit.withinLimits(element, choice.value());
            long alike = parameter.choices().stream()
                    .filter(other -> other.name().equals(choice.name())
                            || other.value().equals(choice.value())
                            || other.value().equals(choice.name()))
                    .count();
            if (!fits || alike != 1) {
                Map<String, Object> facts =
                        Map.of("parameter", parameter.name(), "choice", choice.name(), "value", choice.value());
                fields.problem(fields.line("choices"), ImportCode.BAD_CHOICE, facts);
            }
        }
    }
}
