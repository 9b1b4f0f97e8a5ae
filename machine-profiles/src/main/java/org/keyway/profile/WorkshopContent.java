package org.keyway.profile;

import java.util.List;

/** Everything that a workshop is made of, checked: every reference holds, every constant fits its parameter. */
public record WorkshopContent(
        List<ProductFamily> families,
        List<Product> products,
        List<MachineProfile> profiles,
        List<Station> stations,
        List<Machine> machines,
        List<ParameterSet> sets) {
    /** A workshop before anything was imported. */
    public static final WorkshopContent EMPTY =
            new WorkshopContent(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public WorkshopContent {
        families = List.copyOf(families);
        products = List.copyOf(products);
        profiles = List.copyOf(profiles);
        stations = List.copyOf(stations);
        machines = List.copyOf(machines);
        sets = List.copyOf(sets);
    }

    /** The same with other sets. */
    public WorkshopContent withSets(List<ParameterSet> others) {
        return new WorkshopContent(families, products, profiles, stations, machines, others);
    }
}
