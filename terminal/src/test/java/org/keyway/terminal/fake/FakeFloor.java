package org.keyway.terminal.fake;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.keyway.job.Job;
import org.keyway.job.JobControl;
import org.keyway.job.JobQuery;
import org.keyway.job.JobState;
import org.keyway.job.Jobs;
import org.keyway.job.MachineBoard;
import org.keyway.job.ScanRequest;
import org.keyway.job.ShopFloorListener;
import org.keyway.job.Submission;
import org.keyway.job.link.MachineStatus;
import org.keyway.profile.StateNode;

/** Job control in memory: every scan becomes a job that stays {@code RECEIVED} until the test moves it on. */
public final class FakeFloor implements JobControl, Jobs, MachineBoard {
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, Job> jobs = new ConcurrentSkipListMap<>();
    private final Map<String, CompletableFuture<Job>> resting = new ConcurrentHashMap<>();
    private final Map<String, MachineStatus> statuses = new ConcurrentHashMap<>();
    private final List<ScanRequest> requests = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private volatile Set<ShopFloorListener> listeners = Set.of();

    public FakeFloor(Clock clock) {
        this.clock = clock;
    }

    public void tell(Set<ShopFloorListener> newListeners) {
        listeners = newListeners;
    }

    /** Every request so far. */
    public List<ScanRequest> requests() {
        return requests;
    }

    @Override
    public Submission submit(ScanRequest request) {
        if (!request.station().equals("ST-10") && !request.station().equals("ST-30")) {
            throw new UnknownStationException(request.station());
        }
        Optional<Job> earlier = request.requestId().flatMap(this::findByRequest);
        if (earlier.isPresent()) {
            return new Submission(earlier.get(), true, rest(earlier.get().id()));
        }
        Job job = FakeJobs.received("01J%06d".formatted(numbers.incrementAndGet()), request, clock.instant());
        CompletableFuture<Job> atRest = rest(job.id());
        change(job);
        requests.add(request);
        return new Submission(job, false, atRest);
    }

    private CompletableFuture<Job> rest(String id) {
        return resting.computeIfAbsent(id, unused -> new CompletableFuture<>());
    }

    /** Puts a job on record as it is now and tells everybody. */
    public void change(Job job) {
        jobs.put(job.id(), job);
        listeners.forEach(listener -> listener.jobChanged(job));
        if (job.state().isAtRest()) {
            rest(job.id()).complete(job);
        }
    }

    /** The job taken on last. */
    public Job last() {
        return find("01J%06d".formatted(numbers.get())).orElseThrow();
    }

    public void machine(String id, StateNode.State state, String text) {
        status(id, new MachineStatus(true, state, text, clock.instant(), Optional.empty()));
    }

    public void offline(String id) {
        status(id, MachineStatus.offline(clock.instant()));
    }

    private void status(String id, MachineStatus status) {
        statuses.put(id, status);
        listeners.forEach(listener -> listener.machineChanged(id, status));
    }

    @Override
    public Optional<Job> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public Optional<Job> findByRequest(String requestId) {
        return jobs.values().stream()
                .filter(job -> job.requestId().equals(Optional.of(requestId)))
                .findFirst();
    }

    @Override
    public boolean machined(String product, String serial, String machine, String operation) {
        return jobs.values().stream()
                .filter(job -> EnumSet.of(JobState.RELEASED, JobState.ACCEPTED, JobState.COMPLETED)
                        .contains(job.state()))
                .filter(job -> job.machine().equals(Optional.of(machine))
                        && job.operation().equals(Optional.of(operation)))
                .flatMap(job -> job.identity().stream())
                .anyMatch(identity ->
                        identity.product().equals(product) && identity.serial().equals(Optional.of(serial)));
    }

    /** The machine's jobs that are under way: nothing here ends in doubt. */
    @Override
    public List<Job> unsettled(String machine) {
        return jobs.values().stream()
                .filter(job -> job.machine().equals(Optional.of(machine)))
                .filter(job -> !job.state().isAtRest())
                .toList();
    }

    /** Nothing here is ever interrupted. */
    @Override
    public List<Job> halfCollected() {
        return List.of();
    }

    @Override
    public List<Job> search(JobQuery query) {
        return jobs.values().stream()
                .filter(job ->
                        query.station().isEmpty() || query.station().get().equals(job.station()))
                .filter(job -> query.state().isEmpty() || query.state().get() == job.state())
                .filter(job -> query.after().isEmpty()
                        || job.id().compareTo(query.after().get()) < 0)
                .sorted((one, other) -> other.id().compareTo(one.id()))
                .limit(query.limit())
                .toList();
    }

    @Override
    public MachineStatus status(String machine) {
        return statuses.getOrDefault(machine, MachineStatus.offline(Instant.EPOCH));
    }

    @Override
    public Optional<Job> currentJob(String machine) {
        return Optional.empty();
    }
}
