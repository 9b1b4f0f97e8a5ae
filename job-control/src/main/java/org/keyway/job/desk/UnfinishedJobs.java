package org.keyway.job.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.keyway.job.Job;
import org.keyway.job.Jobs;
import org.keyway.job.ShopFloorListener;
import org.keyway.job.link.MachineStatus;

/** Waits for jobs that somebody else has under way: another station, or the settlement of what a crash left behind. */
@Singleton
public final class UnfinishedJobs implements ShopFloorListener {
    private final Jobs jobs;
    private final Map<String, CompletableFuture<Job>> waiting = new ConcurrentHashMap<>();

    @Inject
    UnfinishedJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Completes with the job once it is at rest; now, if it is already. */
    CompletableFuture<Job> atRest(String id) {
        CompletableFuture<Job> atRest = waiting.computeIfAbsent(id, first -> new CompletableFuture<>());
        jobs.find(id).ifPresent(this::jobChanged);
        return atRest;
    }

    @Override
    public void jobChanged(Job job) {
        if (job.state().isAtRest()) {
            CompletableFuture<Job> atRest = waiting.remove(job.id());
            if (atRest != null) {
                atRest.complete(job);
            }
        }
    }

    @Override
    public void machineChanged(String machine, MachineStatus status) {
        // Jobs are all that is waited for.
    }
}
