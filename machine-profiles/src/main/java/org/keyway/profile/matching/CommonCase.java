package org.keyway.profile.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.Provenance;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.AttributeValue;
import org.keyway.profile.Machine;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.Product;
import org.keyway.profile.Scope;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.matching.Clash.ExampleCase;

/**
 * Finds a case that two scopes cover. Families, variants and machines are taken as they stand. Attributes are free, also
 * those of a registered product: they change without anybody looking at the sets again.
 */
final class CommonCase {
    private final WorkshopSnapshot things;
    private final Map<ScopeKey, String> names = new EnumMap<>(ScopeKey.class);
    private final Set<String> families = new TreeSet<>();
    private final List<AttributeCondition> conditions = new ArrayList<>();
    private boolean possible = true;

    CommonCase(WorkshopSnapshot things) {
        this.things = things;
    }

    /** Takes in what another set must cover; its guard has what its key doesn't name. */
    CommonCase covering(Map<ScopeKey, String> scope, Guard guard) {
        scope.forEach(this::name);
        guard.further().forEach(this::name);
        guard.trialMachine().ifPresent(machine -> name(ScopeKey.MACHINE, machine));
        conditions.addAll(guard.conditions());
        return this;
    }

    private void name(ScopeKey key, String name) {
        if (key == ScopeKey.FAMILY) {
            families.add(name);
        } else {
            String other = names.putIfAbsent(key, name);
            possible &= other == null || other.equals(name);
        }
    }

    /** The machines that both are meant for. */
    Stream<Machine> machines() {
        if (!possible) {
            return Stream.empty();
        }
        Stream<Machine> named = names.containsKey(ScopeKey.MACHINE)
                ? things.machine(names.get(ScopeKey.MACHINE)).stream()
                : things.machines().stream();
        String machineClass = names.get(ScopeKey.MACHINE_CLASS);
        return named.filter(
                machine -> machineClass == null || machine.machineClass().equals(machineClass));
    }

    /** A case on one of their machines; empty when there is none. */
    Optional<ExampleCase> on(Machine machine, Instant at) {
        return possible ? identity().map(found -> example(found, machine, at)) : Optional.empty();
    }

    private ExampleCase example(ProductIdentity identity, Machine machine, Instant at) {
        String operation = names.getOrDefault(ScopeKey.OPERATION, machine.operation());
        Map<String, String> decisive = new TreeMap<>();
        identity.attributes().forEach((name, value) -> {
            if (isDecisive(name)) {
                decisive.put(name, AttributeValue.text(value));
            }
        });
        return new ExampleCase(new MatchRequest(identity, machine.id(), operation, at), decisive);
    }

    private boolean isDecisive(String attribute) {
        return asked().stream().anyMatch(condition -> condition.attribute().equals(attribute))
                || (names.containsKey(ScopeKey.ORDER) && attribute.equals(Scope.ORDER_ATTRIBUTE));
    }

    /** The conditions of both, and those of the variant that they name. */
    private List<AttributeCondition> asked() {
        List<AttributeCondition> all = new ArrayList<>(conditions);
        variant().ifPresent(all::addAll);
        return all;
    }

    private Optional<List<AttributeCondition>> variant() {
        return Optional.ofNullable(names.get(ScopeKey.PRODUCT))
                .flatMap(things::product)
                .map(Product::variants)
                .map(variants -> variants.get(names.getOrDefault(ScopeKey.VARIANT, "")));
    }

    private Optional<ProductIdentity> identity() {
        if (names.containsKey(ScopeKey.VARIANT) && variant().isEmpty()) {
            return Optional.empty();
        }
        String named = names.get(ScopeKey.PRODUCT);
        if (named != null) {
            Optional<Product> product = things.product(named);
            return product.isPresent()
                    ? product.filter(this::isOfTheFamilies).flatMap(this::identity)
                    : nearestFamily().flatMap(family -> identity(named, family, Map.of()));
        }
        return things.products().stream()
                .filter(product -> isOfTheFamilies(product) && isConsistent(product))
                .findFirst()
                .map(this::identity)
                .orElseGet(
                        () -> nearestFamily().flatMap(family -> identity(ExampleCase.ANY_PRODUCT, family, Map.of())));
    }

    /** Whether what the registry says of a product leaves the conditions open, so that people believe the example. */
    private boolean isConsistent(Product product) {
        return asked().stream().allMatch(condition -> {
            Object value = product.attributes().get(condition.attribute());
            return value == null || condition.holds(value);
        });
    }

    private boolean isOfTheFamilies(Product product) {
        return things.familyAndAncestors(product.family()).containsAll(families);
    }

    /** The family that belongs to all the others, where there is one. */
    private Optional<String> nearestFamily() {
        return families.isEmpty()
                ? Optional.of("")
                : families.stream()
                        .filter(family -> things.familyAndAncestors(family).containsAll(families))
                        .findFirst();
    }

    private Optional<ProductIdentity> identity(Product product) {
        return identity(product.id(), product.family(), product.attributes());
    }

    private Optional<ProductIdentity> identity(String product, String family, Map<String, Object> registered) {
        return attributes(registered).map(found -> {
            Map<String, Object> attributes = new HashMap<>(registered);
            attributes.putAll(found);
            return new ProductIdentity(
                    product,
                    family,
                    Optional.ofNullable(names.get(ScopeKey.SERIAL)),
                    Optional.ofNullable(names.get(ScopeKey.LOT)),
                    attributes,
                    Provenance.LOCAL);
        });
    }

    private Optional<Map<String, Object>> attributes(Map<String, Object> registered) {
        String order = names.get(ScopeKey.ORDER);
        if (order == null) {
            return AttributeWitness.of(asked(), registered);
        }
        // The order is an attribute too: conditions on it must hold for the one that is named.
        List<AttributeCondition> onOrder = asked().stream()
                .filter(condition -> condition.attribute().equals(Scope.ORDER_ATTRIBUTE))
                .toList();
        List<AttributeCondition> onOthers = new ArrayList<>(asked());
        onOthers.removeAll(onOrder);
        Optional<Object> value = AttributeWitness.readings(order)
                .filter(one -> one.toString().equals(order) && AttributeWitness.fulfils(one, onOrder))
                .findFirst();
        return value.flatMap(named -> AttributeWitness.of(onOthers, registered).map(found -> {
            found.put(Scope.ORDER_ATTRIBUTE, named);
            return found;
        }));
    }
}
