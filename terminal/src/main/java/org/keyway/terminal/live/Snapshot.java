package org.keyway.terminal.live;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.job.JobQuery;
import org.keyway.job.Jobs;
import org.keyway.job.MachineBoard;
import org.keyway.job.reader.ReaderBoard;
import org.keyway.profile.Machine;
import org.keyway.profile.Station;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopSource;
import org.keyway.terminal.api.JobJson;
import org.keyway.terminal.api.MachineJson;
import org.keyway.terminal.api.ReaderJson;
import org.keyway.terminal.api.StationJson;

/** What a page is shown first: how things stand. */
final class Snapshot {
    private static final int LAST_JOBS = 12;

    private final WorkshopSource source;
    private final MachineBoard board;
    private final Jobs jobs;
    private final ReaderBoard readers;

    @Inject
    Snapshot(WorkshopSource source, MachineBoard board, Jobs jobs, ReaderBoard readers) {
        this.source = source;
        this.board = board;
        this.jobs = jobs;
        this.readers = readers;
    }

    /** The station, its machines, its readers and its last jobs, newest first. */
    View of(Station station) {
        Workshop workshop = source.current();
        return view(
                StationJson.of(station, workshop),
                workshop.machinesAt(station.id()),
                Optional.of(station.id()),
                workshop);
    }

    /** Every machine and reader, and the last jobs anywhere. */
    View ofAll() {
        Workshop workshop = source.current();
        return view(null, workshop.machines(), Optional.empty(), workshop);
    }

    private View view(
            @Nullable StationJson station, Collection<Machine> machines, Optional<String> id, Workshop workshop) {
        JobQuery last = new JobQuery(
                Optional.empty(),
                Optional.empty(),
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LAST_JOBS);
        return new View(
                station,
                machines.stream()
                        .map(machine -> MachineJson.of(
                                machine, board.status(machine.id()), workshop.profile(machine.profile())))
                        .toList(),
                jobs.search(last).stream().map(job -> JobJson.of(job, workshop)).toList(),
                readersAt(id));
    }

    private List<ReaderJson> readersAt(Optional<String> station) {
        return readers.readers().stream()
                .filter(reader -> station.isEmpty() || station.get().equals(reader.station()))
                .map(ReaderJson::of)
                .toList();
    }

    /** A snapshot as JSON; {@code station} is null when it is about all of them. */
    record View(
            @Nullable StationJson station, List<MachineJson> machines, List<JobJson> jobs, List<ReaderJson> readers) {}
}
