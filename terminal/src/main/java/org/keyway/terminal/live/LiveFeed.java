package org.keyway.terminal.live;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keyway.job.Job;
import org.keyway.job.Service;
import org.keyway.job.ShopFloorListener;
import org.keyway.job.link.MachineStatus;
import org.keyway.job.reader.ReaderStatus;
import org.keyway.profile.Machine;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopSource;
import org.keyway.terminal.api.JobJson;
import org.keyway.terminal.api.MachineJson;
import org.keyway.terminal.api.ReaderJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every page what happens, in order. Job control only puts a change into a queue here; one thread of our own turns it
 * into JSON once and hands it to every page concerned, and sends a heartbeat by which a page knows that the line is alive.
 */
@Singleton
public final class LiveFeed implements ShopFloorListener, Service {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final int LONGEST_QUEUE = 10_000;
    private static final int MOST_LISTENERS = 500;
    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final WorkshopSource workshop;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>(LONGEST_QUEUE);
    private volatile @Nullable Thread thread;

    @Inject
    public LiveFeed(WorkshopSource workshop) {
        this.workshop = workshop;
    }

    @Override
    public void start() {
        Thread started = new Thread(this::run, "terminal-feed");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
        dropAll();
    }

    @Override
    public void jobChanged(Job job) {
        publish(new Change("job", job.station(), () -> JobJson.of(job, workshop.current())));
    }

    @Override
    public void machineChanged(String id, MachineStatus status) {
        Workshop current = workshop.current();
        Optional<Machine> machine = current.machine(id);
        machine.ifPresent(known -> publish(new Change(
                "machine", known.station(), () -> MachineJson.of(known, status, current.profile(known.profile())))));
    }

    @Override
    public void readerChanged(ReaderStatus status) {
        publish(new Change("reader", status.station(), () -> ReaderJson.of(status)));
    }

    private void publish(Change change) {
        if (!listeners.isEmpty() && !changes.offer(change)) {
            // Rather a fresh snapshot for everybody than a page that missed something and doesn't know.
            dropAll();
        }
    }

    /**
     * Adds a page. It is told of changes from now on; what is true until now it gets as a snapshot before them.
     *
     * @param station whose changes it wants; every station's when empty
     * @return false when there are too many pages already
     * @throws RuntimeException what the snapshot throws; the page is closed then and takes no place
     */
    boolean add(EventConnection connection, Optional<String> station, Supplier<byte[]> snapshot) {
        if (listeners.size() >= MOST_LISTENERS || thread == null) {
            return false;
        }
        Listener listener = new Listener(connection, station);
        synchronized (connection) {
            listeners.add(listener);
            begin(listener, snapshot);
        }
        return true;
    }

    private void begin(Listener listener, Supplier<byte[]> snapshot) {
        boolean begun = false;
        try {
            listener.connection().send(EventText.RETRY);
            listener.connection().send(snapshot.get());
            begun = true;
        } finally {
            if (!begun) {
                listeners.remove(listener);
                listener.connection().close();
            }
        }
    }

    int listenerCount() {
        return listeners.size();
    }

    private void dropAll() {
        listeners.forEach(listener -> listener.connection().close());
    }

    private void run() {
        long nextHeartbeat = System.nanoTime() + HEARTBEAT_NANOS;
        while (thread == Thread.currentThread()) {
            try {
                Change change = changes.poll(nextHeartbeat - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (change != null) {
                    tell(
                            change.station(),
                            EventText.event(change.name(), change.view().get()));
                } else {
                    tell(null, EventText.event("heartbeat", Map.of()));
                    nextHeartbeat = System.nanoTime() + HEARTBEAT_NANOS;
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("An event could not be told to the pages; they start afresh", e);
                dropAll();
            }
        }
    }

    private void tell(@Nullable String station, byte[] event) {
        listeners.removeIf(listener -> listener.connection().closed().isDone());
        for (Listener listener : listeners) {
            if (station == null
                    || listener.station().isEmpty()
                    || listener.station().get().equals(station)) {
                listener.connection().send(event);
            }
        }
    }

    private record Listener(EventConnection connection, Optional<String> station) {}

    private record Change(String name, String station, Supplier<Object> view) {}
}
