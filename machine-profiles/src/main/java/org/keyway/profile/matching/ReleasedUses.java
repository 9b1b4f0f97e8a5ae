package org.keyway.profile.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.keyway.profile.Machine;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.SetVersion;

/** Released sets that lean on other things of the workshop, which must not change under them without a word. */
public final class ReleasedUses {
    /** As long as nothing is released. */
    public static final ReleasedUses NONE =
            new ReleasedUses(List.of(), SetIndex.of(List.<ReleasedSet>of(), Precedence.DEFAULT));

    private final List<Machine> machines;
    private final SetIndex sets;

    ReleasedUses(List<Machine> machines, SetIndex sets) {
        this.machines = machines;
        this.sets = sets;
    }

    /** Sets that reach a machine of a profile and have something without a unit for a parameter: it is in the parameter's. */
    public List<SetVersion> withoutUnit(String profile, String parameter) {
        List<Machine> ofProfile = machines.stream()
                .filter(machine -> machine.profile().equals(profile))
                .toList();
        return found((set, reach) -> {
            int place = set.shape().names().indexOf(parameter);
            return place >= 0
                    && set.values()[place].unit().isEmpty()
                    && ofProfile.stream().anyMatch(machine -> reaches(reach, machine));
        });
    }

    private static boolean reaches(SetReach reach, Machine machine) {
        return reach.reachesPlace(machine, reach.names().getOrDefault(ScopeKey.OPERATION, machine.operation()));
    }

    /** Sets that are for a variant of a product. */
    public List<SetVersion> ofVariant(String product, String variant) {
        Map<ScopeKey, String> wanted = Map.of(ScopeKey.PRODUCT, product, ScopeKey.VARIANT, variant);
        return found((set, reach) -> reach.names().entrySet().containsAll(wanted.entrySet()));
    }

    private List<SetVersion> found(BiPredicate<CompiledSet, SetReach> wanted) {
        List<SetVersion> found = new ArrayList<>();
        sets.each((set, product, machine, operation) -> {
            if (wanted.test(set, SetReach.of(set, product, machine, operation))) {
                found.add(set.source());
            }
        });
        return found;
    }
}
