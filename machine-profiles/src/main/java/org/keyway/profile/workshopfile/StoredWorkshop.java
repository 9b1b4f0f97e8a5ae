package org.keyway.profile.workshopfile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.matching.ClashCheck;
import org.keyway.profile.matching.FormulaNames;
import org.keyway.profile.matching.Precedence;
import org.keyway.profile.matching.ReleasedUses;

/**
 * What files are read over.
 *
 * @param things everything in the store but sets
 * @param sets gives the newest versions of some sets, by id
 * @param names that formulas may use
 * @param precedence where a scope's key set must have a place
 * @param clashes checks sets that are released at once, in a workshop of these things; empty where they stay drafts
 * @param uses what released sets lean on
 */
public record StoredWorkshop(
        WorkshopContent things,
        Function<Collection<String>, List<ParameterSet>> sets,
        FormulaNames names,
        Precedence precedence,
        Optional<Function<WorkshopContent, ClashCheck>> clashes,
        ReleasedUses uses) {
    /** A store with nothing in it. */
    public static final StoredWorkshop EMPTY = new StoredWorkshop(
            WorkshopContent.EMPTY,
            ids -> List.of(),
            FormulaNames.of(List.of(), List.of()),
            Precedence.DEFAULT,
            Optional.empty(),
            ReleasedUses.NONE);
}
