package org.keyway.profile.workshopfile;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.Scope;
import org.keyway.profile.Station;
import org.keyway.profile.WorkshopContent;

/** Writes a workshop as workshop files. */
public final class WorkshopWriter {
    private static final int LONGEST_NAME = 60;

    private WorkshopWriter() {}

    /**
     * Writes everything: one file for each kind of thing, parameter sets by class of machine, things by id.
     *
     * <p>Imported into an empty store, the files give the same workshop again; written again, it gives the same files. What
     * came in by a variable stands written out.
     *
     * @return by file name, the text of each file, to be kept as UTF-8; names are made of ASCII letters, digits, {@code .},
     *     {@code -} and {@code _}, and differ by more than case
     */
    public static Map<String, String> write(WorkshopContent content) {
        WorkshopPages pages = new WorkshopPages();
        sorted(content.families(), ProductFamily::id)
                .forEach(family -> pages.add("families", ThingWriter.family(family)));
        sorted(content.products(), Product::id).forEach(product -> pages.add("products", ThingWriter.product(product)));
        sorted(content.stations(), Station::id).forEach(station -> pages.add("stations", ThingWriter.station(station)));
        sorted(content.machines(), Machine::id).forEach(machine -> pages.add("machines", ThingWriter.machine(machine)));
        sorted(content.profiles(), MachineProfile::id)
                .forEach(profile -> pages.add("profiles", MachineProfileWriter.write(profile)));
        Map<String, String> classes = new TreeMap<>();
        content.machines().forEach(machine -> classes.put(machine.id(), machine.machineClass()));
        sorted(content.sets(), ParameterSet::id)
                .forEach(set -> pages.add(setsFile(set.scope(), classes), ParameterSetWriter.write(set)));
        return pages.files();
    }

    private static <T> List<T> sorted(List<T> things, Function<T, String> id) {
        return things.stream().sorted(Comparator.comparing(id)).toList();
    }

    private static String setsFile(Scope scope, Map<String, String> classes) {
        Optional<String> machineClass =
                scope.machineClass().or(() -> scope.machine().flatMap(id -> Optional.ofNullable(classes.get(id))));
        return machineClass.map(name -> "sets-" + safe(name)).orElse("sets");
    }

    private static String safe(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9_-]", "_");
        return safe.substring(0, Math.min(safe.length(), LONGEST_NAME));
    }
}
