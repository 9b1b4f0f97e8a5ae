package org.keyway.profile;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keyway.profile.life.Publication;
import org.keyway.profile.store.ChangeListener;
import org.keyway.profile.store.ChangeNotices;
import org.keyway.profile.store.ChangeNotices.Change;
import org.keyway.profile.store.ChangeNotices.Kind;
import org.keyway.profile.store.ChangeNotices.News;
import org.keyway.profile.store.JdbiPatternStore;
import org.keyway.profile.store.JdbiScannerProfiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts in force here what other nodes on the same database have changed: at once when the database announces it, within a second
 * when the announcement is lost. Does nothing on a database for one process alone.
 */
@Singleton
public final class ChangeWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);
    private static final int LOOK_MILLIS = 1000;
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration BETWEEN_CLEARINGS = Duration.ofHours(1);

    private final ChangeNotices notices;
    private final Publication publication;
    private final JdbiScannerProfiles scanners;
    private final JdbiPatternStore patterns;
    private final Set<NodeListener> listeners;
    private final Clock clock;
    private final Semaphore awake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable ChangeListener listener;
    private @Nullable Thread thread;
    private long applied;
    private boolean failing;
    private Instant nextClearing = Instant.MIN;

    @Inject
    ChangeWatch(
            ChangeNotices notices,
            Publication publication,
            JdbiScannerProfiles scanners,
            JdbiPatternStore patterns,
            Set<NodeListener> listeners,
            Clock clock) {
        this.notices = notices;
        this.publication = publication;
        this.scanners = scanners;
        this.patterns = patterns;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Watches from now on; what is read from the database afterwards may be older than nothing that is watched for. */
    public synchronized void start() {
        if (!notices.isShared() || running) {
            return;
        }
        applied = notices.reached();
        running = true;
        thread = new Thread(this::run, "keyway-change-watch");
        thread.setDaemon(true);
        thread.start();
        listener = notices.listen(awake::release);
    }

    /** Stops watching. */
    public void stop() {
        running = false;
        awake.release();
        ChangeListener open = listener;
        if (open != null) {
            open.close();
        }
        join();
    }

    private void join() {
        Thread last = thread;
        if (last == null) {
            return;
        }
        try {
            last.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (running) {
                // Woken or not: an announcement may have been lost.
                if (awake.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    awake.drainPermits();
                }
                if (running) {
                    look();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            News news = notices.since(applied);
            apply(news);
            applied = news.reached();
            failing = false;
            clearNowAndThen();
        } catch (RuntimeException e) {
            // What was not applied comes again with the next look.
            if (!failing) {
                LOG.warn("changes of other nodes can't be applied for now", e);
            }
            failing = true;
        }
    }

    private void apply(News news) {
        if (!news.gapless()) {
            scanners.forgetRemembered();
            patterns.changedElsewhere();
            publication.all();
            listeners.forEach(listener -> listener.changedElsewhere(Set.of()));
            return;
        }
        Map<Kind, List<Change>> changes = new EnumMap<>(Kind.class);
        news.changes()
                .forEach(change -> changes.computeIfAbsent(change.kind(), kind -> new ArrayList<>())
                        .add(change));
        if (changes.containsKey(Kind.SCANNERS)) {
            scanners.forgetRemembered();
        }
        if (changes.containsKey(Kind.PATTERNS)) {
            patterns.changedElsewhere();
        }
        publish(changes.getOrDefault(Kind.SETS, List.of()), changes.containsKey(Kind.THINGS));
        for (NodeListener listener : listeners) {
            List<Change> heard = changes.getOrDefault(listener.kind(), List.of());
            if (!heard.isEmpty()) {
                listener.changedElsewhere(isUncertain(heard) ? Set.of() : ids(heard));
            }
        }
    }

    private void publish(List<Change> sets, boolean things) {
        Set<String> ids = ids(sets);
        if (isUncertain(sets)) {
            publication.all();
        } else if (things) {
            publication.thingsAnd(ids);
        } else if (!ids.isEmpty()) {
            publication.sets(ids);
        }
    }

    private static boolean isUncertain(List<Change> changes) {
        return changes.stream().anyMatch(change -> change.ids().isEmpty());
    }

    private static Set<String> ids(List<Change> changes) {
        Set<String> ids = new LinkedHashSet<>();
        changes.forEach(change -> ids.addAll(change.ids()));
        return ids;
    }

    private void clearNowAndThen() {
        Instant now = clock.instant();
        if (!now.isBefore(nextClearing)) {
            notices.forgetBefore(now.minus(KEPT));
            nextClearing = now.plus(BETWEEN_CLEARINGS);
        }
    }
}
