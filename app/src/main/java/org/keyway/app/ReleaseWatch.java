package org.keyway.app;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keyway.job.Service;
import org.keyway.profile.life.ParameterSetLife;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has states written over when the time of a scheduled release has come, also when it came while nothing ran. The match
 * doesn't wait for it.
 */
@Singleton
final class ReleaseWatch implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseWatch.class);
    private static final long LOOK_SECONDS = 5;

    private final ParameterSetLife life;
    private @Nullable ScheduledExecutorService looks;

    @Inject
    ReleaseWatch(ParameterSetLife life) {
        this.life = life;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // looks until the executor is shut down, and logs what goes wrong
    public synchronized void start() {
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "release-watch"));
        looks = executor;
        executor.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            int released = life.releaseDue();
            if (released > 0) {
                LOG.info("{} scheduled releases have come into force", released);
            }
        } catch (RuntimeException e) {
            LOG.error("the states of scheduled releases could not be written", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (looks != null) {
            looks.shutdownNow();
            looks = null;
        }
    }
}
