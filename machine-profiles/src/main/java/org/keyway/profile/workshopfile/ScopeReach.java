package org.keyway.profile.workshopfile;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Scope;

/** Which machine profiles a scope reaches by the machines that it names or leaves open. */
final class ScopeReach {
    private ScopeReach() {}

    static Set<MachineProfile> profiles(
            Scope scope, Collection<Machine> machines, Function<String, Optional<MachineProfile>> profiles) {
        Set<MachineProfile> reached = new LinkedHashSet<>();
        for (Machine machine : machines) {
            boolean named = scope.machine().map(machine.id()::equals).orElse(true)
                    && scope.machineClass().map(machine.machineClass()::equals).orElse(true);
            if (named) {
                profiles.apply(machine.profile()).ifPresent(reached::add);
            }
        }
        return reached;
    }

    /** Whether the profiles that have a parameter of this name all take it in this unit. */
    static boolean sameUnit(Set<MachineProfile> profiles, String parameter, Optional<String> unit) {
        return profiles.stream()
                .flatMap(profile -> profile.parameters().stream())
                .filter(candidate -> candidate.name().equals(parameter))
                .allMatch(candidate -> candidate.unit().equals(unit));
    }
}
