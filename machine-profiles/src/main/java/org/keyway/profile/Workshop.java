package org.keyway.profile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The products, machines and profiles now in force: an immutable snapshot, cheap to ask. */
public interface Workshop {
    Optional<Product> product(String id);

    Optional<ProductFamily> family(String id);

    Optional<Machine> machine(String id);

    Optional<MachineProfile> profile(String id);

    Optional<Station> station(String id);

    Collection<Product> products();

    Collection<ProductFamily> families();

    /** All machines, by id. */
    Collection<Machine> machines();

    Collection<Station> stations();

    /** The machines at a station, by id; empty when it has none. */
    List<Machine> machinesAt(String station);
}
