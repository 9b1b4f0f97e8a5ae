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
import org.keyway.profile.ValueLimits;
import org.keyway.profile.ValueLimits.Layer;
import org.keyway.profile.ValueSource;
import org.keyway.profile.matching.FormulaNames;
import org.keyway.profile.matching.ValueFit;
import org.keyway.profile.units.Units;
import org.keyway.profile.workshopfile.Draft.Read;

/** Checks parameter sets against every machine profile that their scope reaches. */
final class ParameterSetChecks {
    private final Draft draft;
    private final Units units = Units.table();
    private final List<Machine> machines;
    private final FormulaChecks formulas;
    private final ScopeChecks scopes;
    private final LimitChecks limits;

    ParameterSetChecks(Draft draft, StoredWorkshop stored, LimitChecks limits) {
        this.limits = limits;
        this.draft = draft;
        this.machines = draft.machines.all().toList();
        FormulaNames.Gatherer gatherer = new FormulaNames.Gatherer(
                draft.products.all().toList(), draft.stations.all().toList());
        draft.sets.all().forEach(gatherer::learn);
        gatherer.learn(stored.names());
        this.scopes = new ScopeChecks(draft, stored.precedence());
        this.formulas = new FormulaChecks(gatherer.names());
    }

    void run() {
        for (Read<ParameterSet> read : draft.sets.read()) {
            check(read.value(), read.fields());
        }
    }

    /** Checks one set against everything in the draft. */
    void check(ParameterSet set, Findings found) {
        scopes.check(set, found);
        Set<MachineProfile> profiles = profilesIn(set.scope());
        Checked checked = new Checked(set, found);
        set.values().forEach((name, source) -> checkValue(name, source, profiles, checked));
        checkRole(checked, profiles);
        checkCycles(checked, profiles);
    }

    /** Even where another set might take one of the places: a set must have a result by itself. */
    private void checkCycles(Checked read, Set<MachineProfile> profiles) {
        profiles.stream()
                .filter(profile -> !isStored(profile, read.value()))
                .map(profile -> formulas.cycle(read.value(), profile))
                .flatMap(Optional::stream)
                .distinct()
                .forEach(circle -> problem(
                        circle.get(0),
                        read.fields(),
                        ImportCode.FORMULA_CYCLE,
                        Map.of("path", String.join(" → ", circle))));
    }

    private void checkRole(Checked read, Set<MachineProfile> profiles) {
        if (draft.sets.isStored(read.value().id(), read.value())) {
            return; // somebody else's, perhaps of another role
        }
        for (RoleLimits.Problem problem : RoleLimits.problems(read.value(), RoleLimits.ENGINEER, profiles)) {
            ImportCode code = problem.code().equals(ImportCode.BEYOND_ROLE.code())
                    ? ImportCode.BEYOND_ROLE
                    : ImportCode.BEYOND_JUDGEMENT;
            problem(problem.parameter(), read.fields(), code, problem.facts());
        }
    }

    /** A set, and where to say what is wrong with it. */
    private record Checked(ParameterSet value, Findings fields) {}

    private Set<MachineProfile> profilesIn(Scope scope) {
        return ScopeReach.profiles(scope, machines, draft.profiles::find);
    }

    private void checkValue(String name, ValueSource source, Set<MachineProfile> profiles, Checked read) {
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

    private void checkValue(ValueSource source, Parameter parameter, MachineProfile profile, Checked read) {
        Findings fields = read.fields();
        boolean offset = source instanceof ValueSource.Offset;
        if (offset != read.value().layer().isPresent() || (offset && !takesOffset(parameter))) {
            problem(parameter.name(), fields, ImportCode.OFFSET_OUTSIDE_LAYER, Map.of("parameter", parameter.name()));
        }
        if (!checkUnit(source, parameter, fields)) {
            return;
        }
        if (source instanceof ValueSource.Offset shift) {
            checkOffset(shift, parameter, limits.within(read.value().scope(), parameter, profile), fields);
        } else if (source instanceof ValueSource.Constant constant) {
            checkConstant(constant, parameter, limits.within(read.value().scope(), parameter, profile), fields);
        } else if (source instanceof ValueSource.Formula && !FormulaNames.isSpoken(parameter)) {
            problem(parameter.name(), fields, ImportCode.NO_FORMULA, Map.of("parameter", parameter.name()));
        } else if (source instanceof ValueSource.Formula formula && !isStored(profile, read.value())) {
            formulas.problem(formula.expression(), parameter, profile)
                    .ifPresent(reason -> problem(
                            parameter.name(),
                            fields,
                            ImportCode.BAD_FORMULA,
                            Map.of("parameter", parameter.name(), "reason", reason)));
        }
    }

    /** From no value within the limits to another: whatever it is added to, the sum is refused. */
    private void checkOffset(ValueSource.Offset offset, Parameter parameter, ValueLimits allowed, Findings fields) {
        Optional<BigDecimal> amount = offset.unit().isEmpty()
                ? Optional.of(offset.amount())
                : units.convertDifference(
                        offset.amount(), offset.unit().get(), parameter.unit().orElse(""));
        if (amount.isEmpty() || allowed.min().isEmpty() || allowed.max().isEmpty()) {
            return;
        }
        BigDecimal width =
                allowed.max().get().value().subtract(allowed.min().get().value());
        if (amount.get().abs().compareTo(width) > 0) {
            Map<String, String> facts = Map.of(
                    "parameter", parameter.name(),
                    "offset",
                            offset.amount().toPlainString()
                                    + offset.unit().map(unit -> " " + unit).orElse(""),
                    "min", allowed.min().get().value().toPlainString(),
                    "max", allowed.max().get().value().toPlainString());
            problem(parameter.name(), fields, ImportCode.OFFSET_TOO_LARGE, facts);
        }
    }

    private static boolean takesOffset(Parameter parameter) {
        return parameter.type().isNumeric() && parameter.array().isEmpty();
    }

    /** What the store has unchanged was judged when it came. */
    private boolean isStored(MachineProfile profile, ParameterSet set) {
        return draft.profiles.isStored(profile.id(), profile) && draft.sets.isStored(set.id(), set);
    }

    private boolean checkUnit(ValueSource source, Parameter parameter, Findings fields) {
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

    private void checkConstant(
            ValueSource.Constant constant, Parameter parameter, ValueLimits allowed, Findings fields) {
        Object raw = ValueFit.inUnitOf(parameter, constant).orElseThrow();
        Optional<Object> value = ValueFit.canonical(parameter, raw);
        if (value.isEmpty()) {
            String wanted = ValueFit.typeProblem(parameter, raw).orElse("");
            Map<String, Object> facts = Map.of("parameter", parameter.name(), "value", raw, "wanted", wanted);
            problem(parameter.name(), fields, ImportCode.WRONG_VALUE, facts);
            return;
        }
        allowed.forbids(value.get()).ifPresent(bound -> {
            Map<String, Object> facts = new HashMap<>(RoleLimits.facts(parameter, value.get(), allowed));
            facts.put("layer", bound.layer().word());
            facts.put("of", bound.of());
            boolean ofProfile = bound.layer() == Layer.PROFILE;
            problem(parameter.name(), fields, ofProfile ? ImportCode.OUT_OF_LIMITS : ImportCode.BEYOND_LIMIT, facts);
        });
    }

    private static void problem(String parameter, Findings fields, ImportCode code, Map<String, ?> facts) {
        fields.add("values", parameter, code, facts);
    }
}
