package org.keyway.profile.workshopfile;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keyway.profile.Limit;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.Scope;
import org.keyway.profile.ValueLimits;
import org.keyway.profile.ValueLimits.Layer;
import org.keyway.profile.matching.ValueFit;
import org.keyway.profile.units.Units;
import org.keyway.profile.workshopfile.Draft.Read;

/** Checks the limits that machines, products, families and roles declare, and finds those that hold for all of a scope. */
final class LimitChecks {
    private final Draft draft;
    private final Units units = Units.table();
    private final Map<String, List<Parameter>> numbers = new HashMap<>();

    LimitChecks(Draft draft) {
        this.draft = draft;
        draft.profiles
                .all()
                .forEach(profile -> profile.parameters().stream()
                        .filter(parameter -> parameter.type().isNumeric())
                        .forEach(parameter -> numbers.merge(
                                parameter.name(),
                                List.of(parameter),
                                (one, other) -> Stream.concat(one.stream(), other.stream())
                                        .toList())));
    }

    void run() {
        draft.families.read().forEach(read -> check(read.value().limits(), read.fields(), numbers));
        draft.products.read().forEach(read -> check(read.value().limits(), read.fields(), numbers));
        draft.machines.read().forEach(read -> {
            Map<String, List<Parameter>> own = new HashMap<>();
            draft.profiles.find(read.value().profile()).ifPresent(profile -> own.putAll(numbersOf(profile)));
            check(read.value().limits(), read.fields(), own);
        });
        draft.profiles.read().forEach(this::checkProfile);
    }

    private static Map<String, List<Parameter>> numbersOf(MachineProfile profile) {
        Map<String, List<Parameter>> numbers = new HashMap<>();
        profile.parameters().stream()
                .filter(parameter -> parameter.type().isNumeric())
                .forEach(parameter -> numbers.put(parameter.name(), List.of(parameter)));
        return numbers;
    }

    private void check(Map<String, Limit> limits, Fields fields, Map<String, List<Parameter>> numbers) {
        limits.forEach((name, limit) -> {
            List<Parameter> limited = numbers.getOrDefault(name, List.of());
            if (limited.isEmpty()) {
                fields.problem(fields.line("limits"), ImportCode.NOTHING_TO_LIMIT, Map.of("parameter", name));
            }
            limited.forEach(parameter -> checkUnit(parameter, limit, fields, "limits"));
        });
    }

    private void checkUnit(Parameter parameter, Limit limit, Fields fields, String key) {
        String target = parameter.unit().orElse("");
        limit.unit().filter(unit -> !units.convertible(unit, target)).ifPresent(unit -> {
            boolean known = units.find(unit).isPresent();
            Map<String, String> facts = Map.of("unit", unit, "target", target, "parameter", parameter.name());
            fields.problem(fields.line(key), known ? ImportCode.NO_CONVERSION : ImportCode.UNKNOWN_UNIT, facts);
        });
    }

    /** The limits of its roles, and those that others in the store declare for what it now says otherwise. */
    private void checkProfile(Read<MachineProfile> read) {
        for (Parameter parameter : read.value().parameters()) {
            parameter.roleLimits().forEach((role, limit) -> checkUnit(parameter, limit, read.fields(), "parameters"));
            storedLimits(read.value().id())
                    .map(limits -> Optional.ofNullable(limits.get(parameter.name())))
                    .flatMap(Optional::stream)
                    .distinct()
                    .forEach(limit -> checkUnit(parameter, limit, read.fields(), "parameters"));
        }
    }

    private Stream<Map<String, Limit>> storedLimits(String profile) {
        return Stream.of(
                        draft.families.all().map(ProductFamily::limits),
                        draft.products.all().map(Product::limits),
                        draft.machines
                                .all()
                                .filter(machine -> machine.profile().equals(profile))
                                .map(Machine::limits))
                .flatMap(limits -> limits)
                .filter(limits -> !limits.isEmpty());
    }

    /** What is sure to limit a parameter in every case of a scope: its profile, and what the scope names. */
    ValueLimits within(Scope scope, Parameter parameter, MachineProfile profile) {
        ValueLimits limits = ValueLimits.of(parameter.min(), parameter.max(), Layer.PROFILE, profile.id());
        Optional<Machine> machine = scope.machine().flatMap(draft.machines::find);
        if (machine.isPresent()) {
            limits = narrowed(
                    limits,
                    parameter,
                    machine.get().limits(),
                    Layer.MACHINE,
                    machine.get().id());
        }
        Optional<Product> product = scope.product().flatMap(draft.products::find);
        if (product.isPresent()) {
            limits = narrowed(
                    limits,
                    parameter,
                    product.get().limits(),
                    Layer.PRODUCT,
                    product.get().id());
        }
        for (ProductFamily family : line(product.map(Product::family).or(scope::family))) {
            limits = narrowed(limits, parameter, family.limits(), Layer.FAMILY, family.id());
        }
        return limits;
    }

    private static ValueLimits narrowed(
            ValueLimits limits, Parameter parameter, Map<String, Limit> declared, Layer layer, String of) {
        return Optional.ofNullable(declared.get(parameter.name()))
                .flatMap(limit -> ValueFit.limitsOf(parameter, limit, layer, of))
                .map(limits::narrowedBy)
                .orElse(limits);
    }

    private Set<ProductFamily> line(Optional<String> first) {
        Set<ProductFamily> line = new LinkedHashSet<>();
        Optional<ProductFamily> next = first.flatMap(draft.families::find);
        while (next.isPresent() && line.add(next.get())) {
            next = next.get().parent().flatMap(draft.families::find);
        }
        return line;
    }
}
