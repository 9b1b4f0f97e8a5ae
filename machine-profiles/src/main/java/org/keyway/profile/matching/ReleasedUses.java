package org.keyway.profile.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.SetVersion;
import org.keyway.profile.ValueSource;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.matching.Formula.FormulaException;

/** Released sets that lean on other things of the workshop, which must not change under them without a word. */
public final class ReleasedUses {
    /** As long as nothing is released. */
    public static final ReleasedUses NONE = new ReleasedUses(
            new WorkshopSnapshot(WorkshopContent.EMPTY),
            SetIndex.of(List.<ReleasedSet>of(), Precedence.DEFAULT),
            new FormulaCache(FormulaNames.of(List.of(), List.of())));

    private final WorkshopSnapshot things;
    private final SetIndex sets;
    private final FormulaCache formulas;

    ReleasedUses(WorkshopSnapshot things, SetIndex sets, FormulaCache formulas) {
        this.things = things;
        this.sets = sets;
        this.formulas = formulas;
    }

    /** Sets that reach a machine of a profile and have something of this kind for a parameter. */
    public List<SetVersion> giving(String profile, String parameter, Predicate<ValueSource> wanted) {
        return onMachinesOf(profile, set -> {
            int place = set.shape().names().indexOf(parameter);
            return place >= 0 && wanted.test(set.values()[place]);
        });
    }

    /** Sets that reach a machine of a profile and compute something there with the number of a parameter. */
    public List<SetVersion> computingWith(String profile, String parameter) {
        Optional<MachineProfile> found = things.profile(profile);
        return found.isEmpty() ? List.of() : onMachinesOf(profile, set -> computesWith(set, parameter, found.get()));
    }

    private boolean computesWith(CompiledSet set, String input, MachineProfile profile) {
        for (Parameter parameter : profile.parameters()) {
            int place = set.shape().names().indexOf(parameter.name());
            if (place >= 0
                    && set.values()[place] instanceof ValueSource.Formula formula
                    && needs(formula.expression(), parameter, profile, input)) {
                return true;
            }
        }
        return false;
    }

    private boolean needs(String expression, Parameter parameter, MachineProfile profile, String input) {
        try {
            return expression.contains(input)
                    && formulas.formula(expression, parameter, profile).names().contains(input);
        } catch (FormulaException e) {
            return false; // It gives no value that could become another.
        }
    }

    private List<SetVersion> onMachinesOf(String profile, Predicate<CompiledSet> wanted) {
        List<Machine> ofProfile = things.machines().stream()
                .filter(machine -> machine.profile().equals(profile))
                .toList();
        return found(
                (set, reach) -> wanted.test(set) && ofProfile.stream().anyMatch(machine -> reaches(reach, machine)));
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
