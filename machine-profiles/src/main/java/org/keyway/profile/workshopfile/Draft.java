package org.keyway.profile.workshopfile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.Station;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.workshopfile.WorkshopReader.Outcome.Place;

/** What has been read so far, over what is in the store already. */
final class Draft {
    final Shelf<ProductFamily> families;
    final Shelf<Product> products;
    final Shelf<MachineProfile> profiles;
    final Shelf<Station> stations;
    final Shelf<Machine> machines;
    final Shelf<ParameterSet> sets;

    Draft(WorkshopContent stored) {
        families = new Shelf<>(stored.families(), ProductFamily::id);
        products = new Shelf<>(stored.products(), Product::id);
        profiles = new Shelf<>(stored.profiles(), MachineProfile::id);
        stations = new Shelf<>(stored.stations(), Station::id);
        machines = new Shelf<>(stored.machines(), Machine::id);
        sets = new Shelf<>(List.of(), ParameterSet::id);
    }

    /** Puts what has been read over these things of a store. */
    void over(WorkshopContent stored) {
        families.over(stored.families(), ProductFamily::id);
        products.over(stored.products(), Product::id);
        profiles.over(stored.profiles(), MachineProfile::id);
        stations.over(stored.stations(), Station::id);
        machines.over(stored.machines(), Machine::id);
    }

    /** Something read, with the fields it was read from so that a check can name the line. */
    record Read<T>(T value, Fields fields) {}

    /** Things of one kind, by id. */
    static final class Shelf<T> {
        private final Map<String, T> stored = new LinkedHashMap<>();
        private final Map<String, Read<T>> read = new LinkedHashMap<>();

        Shelf(List<T> stored, Function<T, String> id) {
            over(stored, id);
        }

        /** Puts what has been read over these. */
        final void over(List<T> items, Function<T, String> id) {
            items.forEach(item -> stored.put(id.apply(item), item));
        }

        Set<String> readIds() {
            return read.keySet();
        }

        void put(String id, T value, Fields fields) {
            if (read.putIfAbsent(id, new Read<>(value, fields)) != null) {
                fields.problem(fields.line("id"), ImportCode.DUPLICATE_ID, Map.of("id", id));
            }
        }

        /** What has been read, in the order of the files. */
        Iterable<Read<T>> read() {
            return read.values();
        }

        /** What has been read by this id. */
        Optional<Read<T>> readOf(String id) {
            return Optional.ofNullable(read.get(id));
        }

        Optional<T> find(String id) {
            Read<T> item = read.get(id);
            return item == null ? Optional.ofNullable(stored.get(id)) : Optional.of(item.value());
        }

        /** Whether the store has exactly this already. */
        boolean isStored(String id, T value) {
            return value.equals(stored.get(id));
        }

        /** What there will be when the import is done: what has been read takes the place of what was stored. */
        Stream<T> all() {
            Stream<T> kept = stored.entrySet().stream()
                    .filter(entry -> !read.containsKey(entry.getKey()))
                    .map(Map.Entry::getValue);
            return Stream.concat(kept, read.values().stream().map(Read::value));
        }

        private List<T> changed() {
            return read.entrySet().stream()
                    .map(entry -> Map.entry(entry.getKey(), entry.getValue().value()))
                    .filter(entry -> !isStored(entry.getKey(), entry.getValue()))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    /** Everything that there will be. */
    WorkshopContent content() {
        return new WorkshopContent(
                families.all().toList(),
                products.all().toList(),
                profiles.all().toList(),
                stations.all().toList(),
                machines.all().toList(),
                sets.all().toList());
    }

    /** What is new or differs from the store. */
    WorkshopContent changes() {
        return new WorkshopContent(
                families.changed(),
                products.changed(),
                profiles.changed(),
                stations.changed(),
                machines.changed(),
                sets.changed());
    }

    /** Where each set that has been read stands. */
    Map<String, Place> setPlaces() {
        Map<String, Place> places = new HashMap<>();
        sets.read().forEach(read -> places.put(read.value().id(), read.fields().place()));
        return places;
    }
}
