package org.keyway.profile.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.keyway.profile.Machine;
import org.keyway.profile.ScanRole;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.Station;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.life.ParameterSetVersions;

/** What refers to a thing. */
final class References {
    /** Nobody reads more to the end. */
    private static final int MOST = 20;

    private final WorkshopContent things;
    private final ParameterSetVersions sets;
    private final List<String> found = new ArrayList<>();

    private References(WorkshopContent things, ParameterSetVersions sets) {
        this.things = things;
        this.sets = sets;
    }

    /** The kinds and ids of what refers to a thing, at most twenty. */
    static List<String> to(ThingKind kind, String id, WorkshopContent things, ParameterSetVersions sets) {
        References references = new References(things, sets);
        switch (kind) {
            case FAMILY -> references.toFamily(id);
            case PRODUCT -> references.toProduct(id);
            case MACHINE -> references.toMachine(id);
            case MACHINE_PROFILE ->
                references.machines(machine -> machine.profile().equals(id));
            case STATION -> references.machines(machine -> machine.station().equals(id));
        }
        return references.found.stream().limit(MOST).toList();
    }

    private void toFamily(String id) {
        things.families().stream()
                .filter(family -> family.parent().filter(id::equals).isPresent())
                .forEach(family -> found.add(ThingKind.FAMILY.word() + " " + family.id()));
        things.products().stream()
                .filter(product -> product.family().equals(id))
                .forEach(product -> found.add(ThingKind.PRODUCT.word() + " " + product.id()));
        roles(role -> role.accept().families().contains(id));
        setsNaming(ScopeKey.FAMILY, id);
    }

    private void toProduct(String id) {
        roles(role -> role.accept().products().contains(id));
        setsNaming(ScopeKey.PRODUCT, id);
    }

    /** Sets of a class lose all that they are for when the last machine of it goes. */
    private void toMachine(String id) {
        setsNaming(ScopeKey.MACHINE, id);
        things.machines().stream()
                .filter(machine -> machine.id().equals(id))
                .map(Machine::machineClass)
                .filter(name -> things.machines().stream()
                        .noneMatch(other ->
                                !other.id().equals(id) && other.machineClass().equals(name)))
                .forEach(name -> setsNaming(ScopeKey.MACHINE_CLASS, name));
    }

    private void machines(Predicate<Machine> referring) {
        things.machines().stream()
                .filter(referring)
                .forEach(machine -> found.add(ThingKind.MACHINE.word() + " " + machine.id()));
    }

    private void roles(Predicate<ScanRole> referring) {
        for (Station station : things.stations()) {
            boolean refers = station.sequence()
                    .filter(sequence -> sequence.roles().stream().anyMatch(referring))
                    .isPresent();
            if (refers) {
                found.add(ThingKind.STATION.word() + " " + station.id());
            }
        }
    }

    private void setsNaming(ScopeKey key, String name) {
        sets.naming(key, name, MOST).forEach(id -> found.add("ParameterSet " + id));
    }
}
