package org.keyway.opcua.security.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.keyway.job.Service;
import org.keyway.opcua.security.audit.AuditEntry.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the audit without anybody waiting for the database: what was done within the last moment before a loss of power may be
 * missing. Of what was refused, sixty a minute are kept one by one and the others counted, so that nobody fills the table by
 * trying.
 */
@Singleton
public final class AuditWriter implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(AuditWriter.class);
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 500;
    private static final int REFUSED_PER_MINUTE = 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String GOOD = "Good";

    private final AuditStore store;
    private final Clock clock;
    private final BlockingQueue<AuditEntry> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private @Nullable Thread writer;
    private Instant minute = Instant.MIN;
    private int refused;
    private long uncounted;

    @Inject
    public AuditWriter(AuditStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Takes an entry to be written soon; never waits. */
    public void add(AuditEntry entry) {
        boolean keep = entry.status().equals(GOOD) || mayKeepRefusal(entry.at());
        if (keep && !waiting.offer(entry)) {
            LOG.error("the audit of OPC UA can't keep up; an entry is lost: {}", entry);
        }
    }

    /** What is kept of a kind of which there is little, the oldest first. */
    public List<AuditEntry> kept(Kind kind) {
        return store.ofKind(kind);
    }

    private synchronized boolean mayKeepRefusal(Instant at) {
        if (minute.equals(Instant.MIN) || !at.isBefore(minute.plus(MINUTE))) {
            tellUncounted(at);
            minute = at;
            refused = 0;
        }
        refused++;
        if (refused > REFUSED_PER_MINUTE) {
            uncounted++;
            return false;
        }
        return true;
    }

    private void tellUncounted(Instant at) {
        if (uncounted == 0) {
            return;
        }
        Optional<String> none = Optional.empty();
        AuditEntry more = new AuditEntry(
                at, Kind.MORE, none, none, none, none, none, none, Optional.of(String.valueOf(uncounted)), "Bad", none);
        uncounted = 0;
        if (!waiting.offer(more)) {
            LOG.error("the audit of OPC UA can't keep up; an entry is lost: {}", more);
        }
    }

    @Override
    public synchronized void start() {
        Thread thread = new Thread(this::writeOn, "opcua-audit");
        thread.setDaemon(true);
        writer = thread;
        thread.start();
    }

    private void writeOn() {
        try {
            while (true) {
                AuditEntry first = waiting.take();
                write(first);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(AuditEntry first) {
        List<AuditEntry> entries = new ArrayList<>(List.of(first));
        waiting.drainTo(entries, MOST_AT_ONCE - 1);
        store(entries);
    }

    private void store(List<AuditEntry> entries) {
        try {
            store.append(entries);
        } catch (RuntimeException e) {
            LOG.error(
                    "{} entries of the audit of OPC UA could not be written, the first: {}",
                    entries.size(),
                    entries.get(0),
                    e);
        }
    }

    @Override
    public void stop() {
        Thread last;
        synchronized (this) {
            last = writer;
            writer = null;
            tellUncounted(clock.instant());
        }
        if (last != null) {
            last.interrupt();
            joined(last);
        }
        List<AuditEntry> rest = new ArrayList<>();
        waiting.drainTo(rest);
        if (!rest.isEmpty()) {
            store(rest);
        }
    }

    private static void joined(Thread thread) {
        try {
            thread.join(MINUTE.toMillis() / 12);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
