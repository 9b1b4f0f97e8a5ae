package org.keyway.job.trial;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.keyway.job.Job;
import org.keyway.job.JobState;
import org.keyway.job.Service;
import org.keyway.job.ShopFloorListener;
import org.keyway.job.link.MachineStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has trials judged when one of their jobs has ended, and all of them at the start, on a thread of its own. */
@Singleton
public final class TrialWatch implements ShopFloorListener, Service {
    private static final Logger LOG = LoggerFactory.getLogger(TrialWatch.class);
    private static final long LOOK_SECONDS = 5;
    private static final long PATIENCE_SECONDS = 10;

    private final TrialJudge judge;
    /** Whether something may have been missed. */
    private final AtomicBoolean owed = new AtomicBoolean();

    private volatile @Nullable ScheduledExecutorService thread;

    @Inject
    TrialWatch(TrialJudge judge) {
        this.judge = judge;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // looks until the executor is shut down, and logs what goes wrong
    public synchronized void start() {
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "trial-watch"));
        owed.set(true);
        executor.execute(this::catchUp);
        executor.scheduleWithFixedDelay(this::catchUp, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        thread = executor;
    }

    @Override
    public void jobChanged(Job job) {
        boolean tells = job.state() == JobState.COMPLETED || job.state() == JobState.FAILED;
        ScheduledExecutorService executor = thread;
        if (!tells || job.counted().isEmpty() || executor == null) {
            return;
        }
        try {
            executor.execute(() -> attempt(() -> judge.judge(job)));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("job {} will be judged at the next start", job.id());
        }
    }

    private void catchUp() {
        if (owed.getAndSet(false)) {
            attempt(judge::judgeAll);
        }
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            owed.set(true);
            LOG.error("trials could not be judged; they will be again", e);
        }
    }

    @Override
    public void machineChanged(String machine, MachineStatus status) {
        // Jobs are all that counts.
    }

    /** What was told before is judged before this returns; the thread is never interrupted, because it may be writing. */
    @Override
    public synchronized void stop() {
        ScheduledExecutorService executor = thread;
        thread = null;
        if (executor == null) {
            return;
        }
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("trials are still being judged");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
