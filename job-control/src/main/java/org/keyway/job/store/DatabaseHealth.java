package org.keyway.job.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.keyway.job.HealthCheck;
import org.keyway.job.Service;
import org.keyway.profile.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the database every second whether it answers, so that whoever wants to know needs not wait for it. */
@Singleton
public final class DatabaseHealth implements HealthCheck, Service {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealth.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Database database;
    private final Clock clock;
    private volatile Instant answered;
    private volatile boolean silent;
    private @Nullable ScheduledExecutorService asking;

    @Inject
    DatabaseHealth(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.answered = clock.instant();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // asks until it is shut down, and logs what goes wrong
    public void start() {
        ask();
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "database-health"));
        asking = thread;
        thread.scheduleWithFixedDelay(this::ask, 1, 1, TimeUnit.SECONDS);
    }

    private void ask() {
        try {
            database.jdbi()
                    .useHandle(handle ->
                            handle.createQuery("SELECT 1").mapTo(Integer.class).one());
            answered = clock.instant();
            if (silent) {
                LOG.info("the database answers again");
            }
            silent = false;
        } catch (JdbiException e) {
            if (!silent) {
                LOG.error("the database does not answer", e);
            }
            silent = true;
        }
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Optional<String> fault() {
        Instant last = answered;
        return silent || last.plus(PATIENCE).isBefore(clock.instant())
                ? Optional.of("no answer since " + last)
                : Optional.empty();
    }

    @Override
    public void stop() {
        ScheduledExecutorService last = asking;
        asking = null;
        if (last != null) {
            last.shutdownNow();
        }
    }
}
