package org.keyway.profile.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyway.profile.Machine;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.matching.Precedence.KeySet;

/**
 * The names in the scope of a set.
 *
 * @param names a set on trial reaches its machine alone
 */
public record SetReach(Map<ScopeKey, String> names) {
    /** What sets reach, and where their operations are done. */
    public record Survey(Set<Place> places, List<SetReach> reaches) {}

    /** An operation on a machine. */
    public record Place(String machine, String operation) {}

    static SetReach of(CompiledSet set, String product, String machine, String operation) {
        KeySet keySet = KeySet.of(set.keySet());
        Map<ScopeKey, String> names = new EnumMap<>(ScopeKey.class);
        names.putAll(set.guard().further());
        keySet.productKey().ifPresent(key -> {
            int within = product.indexOf('\0');
            names.put(key, product.substring(within + 1));
            if (within >= 0) {
                names.put(ScopeKey.PRODUCT, product.substring(0, within));
            }
        });
        keySet.machineKey().ifPresent(key -> names.put(key, machine));
        if (keySet.operation() == 1) {
            names.put(ScopeKey.OPERATION, operation);
        }
        set.guard().trialMachine().ifPresent(trial -> names.put(ScopeKey.MACHINE, trial));
        return new SetReach(names);
    }

    /** Whether a part of this product, with the families that it belongs to, may be meant. */
    public boolean reachesProduct(String product, Collection<String> families) {
        return names.getOrDefault(ScopeKey.PRODUCT, product).equals(product)
                && (!names.containsKey(ScopeKey.FAMILY) || families.contains(names.get(ScopeKey.FAMILY)));
    }

    public boolean reachesPlace(Machine machine, String operation) {
        return names.getOrDefault(ScopeKey.MACHINE, machine.id()).equals(machine.id())
                && names.getOrDefault(ScopeKey.MACHINE_CLASS, machine.machineClass())
                        .equals(machine.machineClass())
                && names.getOrDefault(ScopeKey.OPERATION, operation).equals(operation);
    }

    static Survey survey(WorkshopSnapshot things, SetIndex sets, Collection<String> ids) {
        Set<Place> named = new HashSet<>();
        Set<Place> byClass = new HashSet<>();
        Set<String> wanted = Set.copyOf(ids);
        List<SetReach> reaches = new ArrayList<>();
        sets.each((set, product, machine, operation) -> {
            if (!operation.isEmpty() && !machine.isEmpty()) {
                boolean single = KeySet.of(set.keySet()).machine() == KeySet.MACHINE_LEVELS - 1;
                (single ? named : byClass).add(new Place(machine, operation));
            }
            if (wanted.contains(set.source().set())) {
                reaches.add(of(set, product, machine, operation));
            }
        });
        Set<Place> places = new HashSet<>();
        for (Machine machine : things.machines()) {
            places.add(new Place(machine.id(), machine.operation()));
            byClass.stream()
                    .filter(place -> place.machine().equals(machine.machineClass()))
                    .forEach(place -> places.add(new Place(machine.id(), place.operation())));
        }
        named.stream()
                .filter(place -> things.machine(place.machine()).isPresent())
                .forEach(places::add);
        return new Survey(places, reaches);
    }
}
