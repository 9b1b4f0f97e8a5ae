package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Scope;
import org.keyway.profile.ValueSource;
import org.keyway.profile.matching.Formula;
import org.keyway.profile.matching.FormulaNames;
import org.keyway.profile.matching.ValueFit;
import org.keyway.profile.units.Units;
import org.keyway.profile.workshopfile.Draft.Read;

/** Checks parameter sets against every machine profile that their scope reaches. */
final class ParameterSetChecks {
    private final Draft draft;
    private final Units units = Units.table();
    private final List<Machine> machines;
    private final FormulaNames names;
    private final ScopeChecks scopes;
    private final Map<String, Optional<String>> judgedFormulas = new HashMap<>();

    ParameterSetChecks(Draft draft, StoredWorkshop stored) {
        this.draft = draft;
        this.machines = draft.machines.all().toList();
        FormulaNames.Gatherer gatherer = new FormulaNames.Gatherer(
                draft.products.all().toList(), draft.stations.all().toList());
        draft.sets.all().forEach(gatherer::learn);
        gatherer.learn(stored.names());
        this.scopes = new ScopeChecks(draft, stored.precedence());
        this.names = gatherer.names();
    }

    void run() {
        for (Read<ParameterSet> read : draft.sets.read()) {
            scopes.check(read);
            Set<MachineProfile> profiles = profilesIn(read.value().scope());
            read.value().values().forEach((name, source) -> checkValue(name, source, profiles, read));
        }
    }

    private Set<MachineProfile> profilesIn(Scope scope) {
        return ScopeReach.profiles(scope, machines, draft.profiles::find);
    }

    private void checkValue(String name, ValueSource source, Set<MachineProfile> profiles, Read<ParameterSet> read) {
        boolean known = false;
        for (MachineProfile profile : profiles) {
            for (Parameter parameter : profile.parameters()) {
                if (parameter.name().equals(name)) {
                    known = true;
                    checkValue(source, parameter, profile, read);
                }
            }
        }
        if (!known) {
            problem(name, read.fields(), ImportCode.UNKNOWN_PARAMETER, Map.of("parameter", name));
        }
    }

    private void checkValue(ValueSource source, Parameter parameter, MachineProfile profile, Read<ParameterSet> read) {
        Fields fields = read.fields();
        boolean offset = source instanceof ValueSource.Offset;
        if (offset != read.value().layer().isPresent()
                || (offset && !parameter.type().isNumeric())) {
            problem(parameter.name(), fields, ImportCode.OFFSET_OUTSIDE_LAYER, Map.of("parameter", parameter.name()));
        }
        if (!checkUnit(source, parameter, fields)) {
            return;
        }
        if (source instanceof ValueSource.Constant constant) {
            checkConstant(constant, parameter, fields);
        } else if (source instanceof ValueSource.Formula formula && !isStored(profile, read.value())) {
            judge(formula.expression(), parameter, profile)
                    .ifPresent(reason -> problem(
                            parameter.name(),
                            fields,
                            ImportCode.BAD_FORMULA,
                            Map.of("parameter", parameter.name(), "reason", reason)));
        }
    }

    /** What the store has unchanged was judged when it came. */
    private boolean isStored(MachineProfile profile, ParameterSet set) {
        return draft.profiles.isStored(profile.id(), profile) && draft.sets.isStored(set.id(), set);
    }

    private boolean checkUnit(ValueSource source, Parameter parameter, Fields fields) {
        if (source.unit().isEmpty()) {
            return true;
        }
        String unit = source.unit().get();
        if (units.find(unit).isEmpty()) {
            problem(parameter.name(), fields, ImportCode.UNKNOWN_UNIT, Map.of("unit", unit));
            return false;
        }
        String target = parameter.unit().orElse("");
        if (!units.convertible(unit, target)) {
            Map<String, String> facts = Map.of("unit", unit, "target", target, "parameter", parameter.name());
            problem(parameter.name(), fields, ImportCode.NO_CONVERSION, facts);
            return false;
        }
        return true;
    }

    private void checkConstant(ValueSource.Constant constant, Parameter parameter, Fields fields) {
        Object value = inParameterUnit(constant, parameter);
        Optional<String> wanted = ValueFit.typeProblem(parameter, value);
        if (wanted.isPresent()) {
            Map<String, Object> facts = Map.of("parameter", parameter.name(), "value", value, "wanted", wanted.get());
            problem(parameter.name(), fields, ImportCode.WRONG_VALUE, facts);
        } else if (!ValueFit.withinLimits(parameter, value)) {
            Map<String, Object> facts = Map.of(
                    "parameter", parameter.name(),
                    "value", value,
                    "min", parameter.min().map(BigDecimal::toPlainString).orElse("-∞"),
                    "max", parameter.max().map(BigDecimal::toPlainString).orElse("∞"),
                    "unit", parameter.unit().orElse(""));
            problem(parameter.name(), fields, ImportCode.OUT_OF_LIMITS, facts);
        }
    }

    private Object inParameterUnit(ValueSource.Constant constant, Parameter parameter) {
        if (!(constant.value() instanceof BigDecimal number) || constant.unit().isEmpty()) {
            return constant.value();
        }
        return units.convert(number, constant.unit().get(), parameter.unit().orElse(""))
                .orElseThrow();
    }

    private Optional<String> judge(String expression, Parameter parameter, MachineProfile profile) {
        String question = profile.id() + '\n' + parameter.type() + '\n' + expression;
        return judgedFormulas.computeIfAbsent(question, unused -> {
            try {
                Formula.compile(expression, names.of(profile), FormulaNames.kindOf(parameter.type()));
                return Optional.empty();
            } catch (Formula.FormulaException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        });
    }

    private static void problem(String parameter, Fields fields, ImportCode code, Map<String, ?> facts) {
        fields.problem(fields.lineUnder("values", parameter), code, facts);
    }
}
