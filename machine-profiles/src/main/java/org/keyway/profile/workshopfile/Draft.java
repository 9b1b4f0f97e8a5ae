package org.keyway.profile.workshopfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.Station;
import org.keyway.profile.WorkshopContent;

/** What has been read so far, by id, each with the fields it was read from so that checks can name the line. */
final class Draft {
    final Map<String, Read<ProductFamily>> families = new LinkedHashMap<>();
    final Map<String, Read<Product>> products = new LinkedHashMap<>();
    final Map<String, Read<MachineProfile>> profiles = new LinkedHashMap<>();
    final Map<String, Read<Station>> stations = new LinkedHashMap<>();
    final Map<String, Read<Machine>> machines = new LinkedHashMap<>();
    final Map<String, Read<ParameterSet>> sets = new LinkedHashMap<>();

    /** Something read, and where. */
    record Read<T>(T value, Fields fields) {}

    static <T> void put(Map<String, Read<T>> where, String id, T value, Fields fields) {
        if (where.putIfAbsent(id, new Read<>(value, fields)) != null) {
            fields.problem(fields.line("id"), ImportCode.DUPLICATE_ID, Map.of("id", id));
        }
    }

    WorkshopContent content() {
        return new WorkshopContent(
                values(families), values(products), values(profiles), values(stations), values(machines), values(sets));
    }

    private static <T> List<T> values(Map<String, Read<T>> map) {
        return map.values().stream().map(Read::value).toList();
    }
}
