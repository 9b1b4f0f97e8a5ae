package org.keyway.terminal.api;

import java.util.List;
import org.keyway.profile.Machine;
import org.keyway.profile.Name;
import org.keyway.profile.Station;
import org.keyway.profile.Workshop;

/**
 * A station as JSON, with the ids of its machines.
 *
 * @param identifiers what is scanned for one job, in this order; empty where the part alone is
 */
public record StationJson(
        String id,
        Name name,
        long repeatWindowMillis,
        boolean rework,
        List<String> machines,
        List<RoleJson> identifiers) {
    /** The station with its machines. */
    public static StationJson of(Station station, Workshop workshop) {
        return new StationJson(
                station.id(),
                station.name(),
                station.repeatWindow().toMillis(),
                station.rework(),
                workshop.machinesAt(station.id()).stream().map(Machine::id).toList(),
                station.sequence().stream()
                        .flatMap(sequence -> sequence.roles().stream())
                        .map(role -> new RoleJson(role.id(), role.name()))
                        .toList());
    }

    /** Something that is scanned for one job. */
    public record RoleJson(String role, Name name) {}
}
