package org.keyway.profile.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.Station;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.workshopfile.JsonDocuments;

/** The things of a workshop as documents. */
record Things(WorkshopContent content) {
    static Things of(WorkshopContent content) {
        return new Things(content);
    }

    Optional<Map<String, Object>> document(ThingKind kind, String id) {
        return switch (kind) {
            case FAMILY -> find(content.families(), ProductFamily::id, id, JsonDocuments::of);
            case PRODUCT -> find(content.products(), Product::id, id, JsonDocuments::of);
            case MACHINE_PROFILE -> find(content.profiles(), MachineProfile::id, id, JsonDocuments::of);
            case STATION -> find(content.stations(), Station::id, id, JsonDocuments::of);
            case MACHINE -> find(content.machines(), Machine::id, id, JsonDocuments::of);
        };
    }

    private static <T> Optional<Map<String, Object>> find(
            List<T> things, Function<T, String> id, String wanted, Function<T, Map<String, Object>> document) {
        return things.stream()
                .filter(thing -> id.apply(thing).equals(wanted))
                .findFirst()
                .map(document);
    }
}
