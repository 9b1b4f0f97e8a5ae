package org.keyway.terminal.api;

import java.util.List;
import org.keyway.profile.Machine;
import org.keyway.profile.Name;
import org.keyway.profile.Station;
import org.keyway.profile.Workshop;

/** A station as JSON, with the ids of its machines. */
public record StationJson(String id, Name name, long repeatWindowMillis, boolean rework, List<String> machines) {
    /** The station with its machines. */
    public static StationJson of(Station station, Workshop workshop) {
        return new StationJson(
                station.id(),
                station.name(),
                station.repeatWindow().toMillis(),
                station.rework(),
                workshop.machinesAt(station.id()).stream().map(Machine::id).toList());
    }
}
