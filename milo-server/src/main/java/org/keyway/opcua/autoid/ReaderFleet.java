package org.keyway.opcua.autoid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyway.job.JobControl;
import org.keyway.job.Service;
import org.keyway.job.ShopFloorNews;
import org.keyway.job.reader.ReaderBoard;
import org.keyway.job.reader.ReaderStatus;
import org.keyway.opcua.autoid.ReaderConnection.Surroundings;
import org.keyway.opcua.link.DeviceClients;
import org.keyway.profile.CodeReader;
import org.keyway.profile.WorkshopSource;

/** Every AutoID reader that the workshop in force names; one that a change leaves as it was stays connected. */
@Singleton
public final class ReaderFleet implements Service, ReaderBoard {
    private final WorkshopSource workshop;
    private final Surroundings around;
    private final Map<Place, ReaderConnection> readers = new HashMap<>();
    private boolean running;

    private record Place(String station, CodeReader reader) {}

    @Inject
    ReaderFleet(WorkshopSource workshop, JobControl desk, ShopFloorNews news, DeviceClients clients, Clock clock) {
        this(workshop, new Surroundings(desk, news, clients, clock));
    }

    ReaderFleet(WorkshopSource workshop, Surroundings around) {
        this.workshop = workshop;
        this.around = around;
    }

    @Override
    public void start() {
        synchronized (this) {
            running = true;
        }
        workshop.onChange(this::reconcile);
        reconcile();
    }

    private synchronized void reconcile() {
        if (!running) {
            return;
        }
        Set<Place> wanted = new HashSet<>();
        workshop.current()
                .stations()
                .forEach(station -> station.readers().forEach(reader -> wanted.add(new Place(station.id(), reader))));
        readers.entrySet().removeIf(open -> {
            boolean gone = !wanted.contains(open.getKey());
            if (gone) {
                open.getValue().abandon();
            }
            return gone;
        });
        wanted.forEach(place -> readers.computeIfAbsent(place, this::connect));
    }

    private ReaderConnection connect(Place place) {
        ReaderConnection connection = new ReaderConnection(place.station(), place.reader(), around);
        connection.open();
        return connection;
    }

    @Override
    public synchronized List<ReaderStatus> readers() {
        return readers.values().stream()
                .map(ReaderConnection::status)
                .sorted(Comparator.comparing(ReaderStatus::station).thenComparing(ReaderStatus::reader))
                .toList();
    }

    @Override
    public void stop() {
        List<ReaderConnection> last;
        synchronized (this) {
            running = false;
            last = new ArrayList<>(readers.values());
            readers.clear();
        }
        last.forEach(ReaderConnection::close);
    }
}
