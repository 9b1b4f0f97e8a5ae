package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.Product;
import org.keyway.profile.SetVersion;
import org.keyway.profile.ValueSource;
import org.keyway.profile.matching.FormulaNames;
import org.keyway.profile.matching.ValueFit;
import org.keyway.profile.units.Units;
import org.keyway.profile.workshopfile.Draft.Read;

/** Changes of things that would give released sets another meaning, or none, without anybody looking at them again. */
final class UseChecks {
    /** Nobody reads more of them. */
    private static final int NAMED = 3;

    private final Draft draft;
    private final StoredWorkshop stored;

    UseChecks(Draft draft, StoredWorkshop stored) {
        this.draft = draft;
        this.stored = stored;
    }

    void run() {
        draft.profiles
                .read()
                .forEach(read -> stored.things().profiles().stream()
                        .filter(before -> before.id().equals(read.value().id()))
                        .forEach(before -> checkParameters(before, read)));
        draft.products
                .read()
                .forEach(read -> stored.things().products().stream()
                        .filter(before -> before.id().equals(read.value().id()))
                        .forEach(before -> checkVariants(before, read)));
    }

    private void checkParameters(MachineProfile before, Read<MachineProfile> read) {
        Map<String, Parameter> now = new HashMap<>();
        read.value().parameters().forEach(parameter -> now.put(parameter.name(), parameter));
        for (Parameter old : before.parameters()) {
            Parameter parameter = now.get(old.name());
            if (parameter == null) {
                checkGone(old, read);
            } else if (!parameter.equals(old)) {
                boolean same = meanTheSame(old.unit(), parameter.unit());
                if (!same) {
                    checkUnit(old, parameter, read);
                }
                checkFit(old, parameter, same, read);
            }
        }
    }

    /** What sets give a parameter that is gone would not be delivered any more, and nobody would be told. */
    private void checkGone(Parameter old, Read<MachineProfile> read) {
        String profile = read.value().id();
        Set<SetVersion> sets = new LinkedHashSet<>(stored.uses().giving(profile, old.name(), source -> true));
        sets.addAll(stored.uses().computingWith(profile, old.name()));
        report(read.fields(), "parameters", ImportCode.PARAMETER_IN_USE, sets, Map.of("parameter", old.name()));
    }

    /** Values that the parameter took so far and no longer takes. */
    private void checkFit(Parameter old, Parameter now, boolean sameUnit, Read<MachineProfile> read) {
        Map<ValueSource, Boolean> judged = new HashMap<>();
        Predicate<ValueSource> stranded = source -> (sameUnit || source.unit().isPresent())
                && judged.computeIfAbsent(source, one -> takes(old, one) && !takes(now, one));
        List<SetVersion> sets = stored.uses().giving(read.value().id(), now.name(), stranded);
        report(read.fields(), "parameters", ImportCode.VALUE_IN_USE, sets, Map.of("parameter", now.name()));
    }

    private static boolean takes(Parameter parameter, ValueSource source) {
        if (source instanceof ValueSource.Constant constant) {
            return ValueFit.inUnitOf(parameter, constant)
                    .flatMap(raw -> ValueFit.canonical(parameter, raw))
                    .filter(value -> ValueFit.withinLimits(parameter, value))
                    .isPresent();
        }
        boolean unit = source.unit()
                .filter(from ->
                        !Units.table().convertible(from, parameter.unit().orElse("")))
                .isEmpty();
        return unit
                && (source instanceof ValueSource.Formula
                        ? FormulaNames.isSpoken(parameter)
                        : parameter.type().isNumeric() && parameter.array().isEmpty());
    }

    /** A parameter that gets a unit for the first time is told what its numbers were all along. */
    private static boolean meanTheSame(Optional<String> before, Optional<String> after) {
        if (before.isEmpty() || before.equals(after)) {
            return true;
        }
        return after.flatMap(unit -> Units.table().convertDifference(BigDecimal.ONE, before.get(), unit))
                .filter(one -> one.compareTo(BigDecimal.ONE) == 0)
                .isPresent();
    }

    private void checkUnit(Parameter before, Parameter after, Read<MachineProfile> read) {
        String profile = read.value().id();
        Map<String, String> facts = Map.of(
                "parameter", after.name(),
                "before", before.unit().orElse(""),
                "after", after.unit().orElse("–"));
        List<SetVersion> without = stored.uses()
                .giving(profile, after.name(), source -> source.unit().isEmpty());
        report(read.fields(), "parameters", ImportCode.UNIT_IN_USE, without, facts);
        List<SetVersion> computing = stored.uses().computingWith(profile, after.name());
        report(read.fields(), "parameters", ImportCode.FORMULA_IN_USE, computing, facts);
    }

    private void report(
            Fields fields, String key, ImportCode code, Collection<SetVersion> using, Map<String, String> facts) {
        List<SetVersion> sets = stay(using);
        if (!sets.isEmpty()) {
            Map<String, String> all = new HashMap<>(facts);
            all.put("sets", named(sets));
            fields.problem(fields.line(key), code, all);
        }
    }

    private void checkVariants(Product before, Read<Product> read) {
        for (String variant : before.variants().keySet()) {
            if (!read.value().variants().containsKey(variant)) {
                List<SetVersion> sets = stored.uses().ofVariant(before.id(), variant);
                report(read.fields(), "variants", ImportCode.VARIANT_IN_USE, sets, Map.of("variant", variant));
            }
        }
    }

    /** Without those that another version of the same files takes the place of at once. */
    private List<SetVersion> stay(Collection<SetVersion> sets) {
        return sets.stream()
                .filter(set -> stored.clashes().isEmpty()
                        || draft.sets.readOf(set.set()).isEmpty())
                .toList();
    }

    private static String named(List<SetVersion> sets) {
        String first =
                sets.stream().limit(NAMED).map(SetVersion::toString).sorted().collect(Collectors.joining(", "));
        return sets.size() > NAMED ? first + " …" : first;
    }
}
