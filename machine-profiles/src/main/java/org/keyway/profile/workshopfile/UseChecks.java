package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.Product;
import org.keyway.profile.SetVersion;
import org.keyway.profile.units.Units;
import org.keyway.profile.workshopfile.Draft.Read;

/** Changes of things that would give released sets another meaning, or none, without anybody looking at them again. */
final class UseChecks {
    /** Nobody reads more of them. */
    private static final int NAMED = 3;

    private final Draft draft;
    private final StoredWorkshop stored;

    UseChecks(Draft draft, StoredWorkshop stored) {
        this.draft = draft;
        this.stored = stored;
    }

    void run() {
        draft.profiles
                .read()
                .forEach(read -> stored.things().profiles().stream()
                        .filter(before -> before.id().equals(read.value().id()))
                        .forEach(before -> checkUnits(before, read)));
        draft.products
                .read()
                .forEach(read -> stored.things().products().stream()
                        .filter(before -> before.id().equals(read.value().id()))
                        .forEach(before -> checkVariants(before, read)));
    }

    private void checkUnits(MachineProfile before, Read<MachineProfile> read) {
        for (Parameter parameter : read.value().parameters()) {
            before.parameters().stream()
                    .filter(old -> old.name().equals(parameter.name()) && !meanTheSame(old.unit(), parameter.unit()))
                    .forEach(old -> checkUnit(old, parameter, read));
        }
    }

    /** A parameter that gets a unit for the first time is told what its numbers were all along. */
    private static boolean meanTheSame(Optional<String> before, Optional<String> after) {
        if (before.isEmpty() || before.equals(after)) {
            return true;
        }
        return after.flatMap(unit -> Units.table().convertDifference(BigDecimal.ONE, before.get(), unit))
                .filter(one -> one.compareTo(BigDecimal.ONE) == 0)
                .isPresent();
    }

    private void checkUnit(Parameter before, Parameter after, Read<MachineProfile> read) {
        List<SetVersion> sets = stay(stored.uses().withoutUnit(read.value().id(), after.name()));
        if (!sets.isEmpty()) {
            Map<String, String> facts = Map.of(
                    "parameter", after.name(),
                    "before", before.unit().orElse(""),
                    "after", after.unit().orElse("–"),
                    "sets", named(sets));
            read.fields().problem(read.fields().line("parameters"), ImportCode.UNIT_IN_USE, facts);
        }
    }

    private void checkVariants(Product before, Read<Product> read) {
        for (String variant : before.variants().keySet()) {
            boolean gone = !read.value().variants().containsKey(variant);
            List<SetVersion> sets = gone ? stay(stored.uses().ofVariant(before.id(), variant)) : List.of();
            if (!sets.isEmpty()) {
                Map<String, String> facts = Map.of("variant", variant, "sets", named(sets));
                read.fields().problem(read.fields().line("variants"), ImportCode.VARIANT_IN_USE, facts);
            }
        }
    }

    /** Without those that another version of the same files takes the place of at once. */
    private List<SetVersion> stay(List<SetVersion> sets) {
        return sets.stream()
                .filter(set -> stored.clashes().isEmpty()
                        || draft.sets.readOf(set.set()).isEmpty())
                .toList();
    }

    private static String named(List<SetVersion> sets) {
        String first =
                sets.stream().limit(NAMED).map(SetVersion::toString).sorted().collect(Collectors.joining(", "));
        return sets.size() > NAMED ? first + " …" : first;
    }
}
