package org.keyway.job.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobEvent;
import org.keyway.job.JobRecorder;
import org.keyway.job.Jobs;
import org.keyway.job.Problem;
import org.keyway.job.ProblemCatalogue;
import org.keyway.job.ScanCollection;
import org.keyway.job.Service;
import org.keyway.profile.Name;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends jobs whose scans nobody completes: those whose time is over, and those that an interruption left behind. */
@Singleton
public final class CollectionWatch implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(CollectionWatch.class);
    private static final long LOOK_MILLIS = 250;

    private final ScanDesk desk;
    private final Jobs jobs;
    private final JobRecorder recorder;
    private final ProblemCatalogue problems;
    private @Nullable ScheduledExecutorService looks;

    @Inject
    CollectionWatch(ScanDesk desk, Jobs jobs, JobRecorder recorder, ProblemCatalogue problems) {
        this.desk = desk;
        this.jobs = jobs;
        this.recorder = recorder;
        this.problems = problems;
    }

    /** When this returns, no job waits for scans that were begun before. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // looks until the executor is shut down, and logs what goes wrong
    public synchronized void start() {
        for (Job left : jobs.halfCollected()) {
            recorder.record(left, new JobEvent.Failed(interrupted(left), List.of()));
        }
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "collection-watch"));
        looks = executor;
        executor.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Problem interrupted(Job left) {
        Name first = left.collection()
                .map(ScanCollection::roles)
                .map(roles -> roles.get(0).name())
                .orElse(new Name("", ""));
        return problems.problem(JobCode.SCANS_INTERRUPTED, Map.of(), first);
    }

    private void look() {
        try {
            desk.expireCollections();
        } catch (RuntimeException e) {
            LOG.error("a collection whose time is over could not be ended", e);
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
