package org.keyway.profile.matching;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keyway.identifier.ProductRegistry;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Product;
import org.keyway.profile.ProductAlias;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.Station;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopContent;

/** A workshop in memory. Never changes. */
final class WorkshopSnapshot implements Workshop, ProductRegistry {
    private final Map<String, Product> products;
    private final Map<String, ProductFamily> families;
    private final Map<String, Machine> machines;
    private final Map<String, MachineProfile> profiles;
    private final Map<String, ProfilePlan> plans = new HashMap<>();
    private final Map<String, List<String>> familyLines = new HashMap<>();
    private final Map<String, Station> stations;
    private final Map<String, List<Machine>> machinesByStation;
    private final Map<String, Product> productsByKey = new HashMap<>();
    private final Map<String, List<Alias>> aliases = new HashMap<>();
    private final LimitTable limits;

    WorkshopSnapshot(WorkshopContent content) {
        products = byId(content.products(), Product::id);
        families = byId(content.families(), ProductFamily::id);
        machines = byId(content.machines(), Machine::id);
        profiles = byId(content.profiles(), MachineProfile::id);
        stations = byId(content.stations(), Station::id);
        profiles.forEach((id, profile) -> plans.put(id, new ProfilePlan(profile)));
        families.keySet().forEach(family -> familyLines.put(family, lineOf(family)));
        limits = new LimitTable(machines, products, families, familyLines);
        machinesByStation = machines.values().stream().collect(groupingBy(Machine::station));
        content.products().forEach(product -> product.identifiers().forEach(key -> productsByKey.put(key, product)));
        content.products().forEach(this::addAliases);
    }

    private static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
        return items.stream()
                .sorted(Comparator.comparing(id))
                .collect(toMap(id, Function.identity(), (first, second) -> second, LinkedHashMap::new));
    }

    /** Whether this is a workshop of just these things; sets aside. */
    boolean isOf(WorkshopContent content) {
        return products.equals(byId(content.products(), Product::id))
                && families.equals(byId(content.families(), ProductFamily::id))
                && machines.equals(byId(content.machines(), Machine::id))
                && profiles.equals(byId(content.profiles(), MachineProfile::id))
                && stations.equals(byId(content.stations(), Station::id));
    }

    @Override
    public Optional<Product> product(String id) {
        return Optional.ofNullable(products.get(id));
    }

    @Override
    public Optional<ProductFamily> family(String id) {
        return Optional.ofNullable(families.get(id));
    }

    @Override
    public Optional<Machine> machine(String id) {
        return Optional.ofNullable(machines.get(id));
    }

    @Override
    public Optional<MachineProfile> profile(String id) {
        return Optional.ofNullable(profiles.get(id));
    }

    /** A profile prepared for matching. */
    Optional<ProfilePlan> plan(String id) {
        return Optional.ofNullable(plans.get(id));
    }

    LimitTable limits() {
        return limits;
    }

    @Override
    public Optional<Station> station(String id) {
        return Optional.ofNullable(stations.get(id));
    }

    @Override
    public Collection<Product> products() {
        return products.values();
    }

    @Override
    public Collection<ProductFamily> families() {
        return families.values();
    }

    @Override
    public Collection<Machine> machines() {
        return machines.values();
    }

    @Override
    public Collection<Station> stations() {
        return stations.values();
    }

    @Override
    public List<Machine> machinesAt(String station) {
        return machinesByStation.getOrDefault(station, List.of());
    }

    @Override
    public Optional<RegisteredProduct> find(String key) {
        return Optional.ofNullable(productsByKey.get(key)).map(WorkshopSnapshot::registered);
    }

    @Override
    public List<Alias> aliases(String key) {
        return aliases.getOrDefault(key, List.of());
    }

    private void addAliases(Product product) {
        for (ProductAlias alias : product.aliases()) {
            aliases.computeIfAbsent(alias.key(), key -> new ArrayList<>(1))
                    .add(new Alias(registered(product), alias.from(), alias.until()));
        }
    }

    private static RegisteredProduct registered(Product product) {
        return new RegisteredProduct(product.id(), product.family(), product.attributes());
    }

    /** A family and those it belongs to, the nearest first; empty for a family that nobody knows. */
    List<String> familyAndAncestors(String family) {
        return familyLines.getOrDefault(family, List.of());
    }

    private List<String> lineOf(String family) {
        List<String> line = new ArrayList<>();
        Optional<ProductFamily> next = family(family);
        while (next.isPresent() && !line.contains(next.get().id())) {
            line.add(next.get().id());
            next = next.get().parent().flatMap(this::family);
        }
        return List.copyOf(line);
    }
}
