package org.keyway.profile;

import java.util.List;

/** Everything that workshop files say, checked: every reference holds, every constant fits its parameter. */
public record WorkshopContent(
        List<ProductFamily> families,
        List<Product> products,
        List<MachineProfile> profiles,
        List<Station> stations,
        List<Machine> machines,
        List<ParameterSet> sets) {
    public WorkshopContent {
        families = List.copyOf(families);
        products = List.copyOf(products);
        profiles = List.copyOf(profiles);
        stations = List.copyOf(stations);
        machines = List.copyOf(machines);
        sets = List.copyOf(sets);
    }
}
