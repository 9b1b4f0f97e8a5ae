package org.keyway.job.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.keyway.job.DuplicateRequestException;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobControl;
import org.keyway.job.Jobs;
import org.keyway.job.Problem;
import org.keyway.job.ProblemCatalogue;
import org.keyway.job.ScanRequest;
import org.keyway.job.Submission;
import org.keyway.profile.ScanSequence;
import org.keyway.profile.Station;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopSource;

/** Takes scans on, one at a time for each station. */
@Singleton
public final class ScanDesk implements JobControl {
    private final WorkshopSource workshop;
    private final ScanPlanner planner;
    private final ScanCollector collector;
    private final Dispatch dispatch;
    private final Jobs jobs;
    private final UnfinishedJobs unfinished;
    private final ProblemCatalogue problems;
    private final Clock clock;
    private final Map<String, StationScans> stations = new ConcurrentHashMap<>();

    @Inject
    ScanDesk(
            WorkshopSource workshop,
            ScanPlanner planner,
            ScanCollector collector,
            Dispatch dispatch,
            Jobs jobs,
            UnfinishedJobs unfinished,
            ProblemCatalogue problems,
            Clock clock) {
        this.workshop = workshop;
        this.planner = planner;
        this.collector = collector;
        this.dispatch = dispatch;
        this.jobs = jobs;
        this.unfinished = unfinished;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    public Submission submit(ScanRequest request) {
        Workshop current = workshop.current();
        Station station =
                current.station(request.station()).orElseThrow(() -> new UnknownStationException(request.station()));
        StationScans scans = stations.computeIfAbsent(station.id(), id -> new StationScans());
        synchronized (scans) {
            collector.expire(scans);
            if (scans.recent().isReused(request)) {
                return reused(request);
            }
            Optional<Submission> earlier = scans.recent().repeated(request, station.repeatWindow(), clock.instant());
            return earlier.isPresent()
                    ? repeatOf(earlier.get())
                    : takeOn(new ScanCollector.Turn(request, station, current, scans));
        }
    }

    private Submission repeatOf(Submission earlier) {
        Job now = jobs.find(earlier.job().id()).orElse(earlier.job());
        if (isAnswered(now)) {
            return new Submission(now, true, CompletableFuture.completedFuture(now));
        }
        // What answered a scan at once, because another was awaited, is no answer any more.
        boolean outdated = earlier.job().awaited().isPresent();
        return new Submission(now, true, outdated ? unfinished.atRest(now.id()) : earlier.atRest());
    }

    private static boolean isAnswered(Job job) {
        return job.state().isAtRest() || job.awaited().isPresent();
    }

    private Submission takeOn(ScanCollector.Turn turn) {
        ScanRequest request = turn.request();
        Optional<ScanSequence> sequence =
                turn.scans().open().map(OpenCollection::sequence).or(turn.station()::sequence);
        try {
            return sequence.isPresent()
                    ? onRecord(request).orElseGet(() -> collector.take(turn, sequence.get()))
                    : alone(turn);
        } catch (DuplicateRequestException earlier) {
            return onRecord(request).orElseThrow(() -> earlier);
        }
    }

    private Submission alone(ScanCollector.Turn turn) {
        ScanRequest request = turn.request();
        Submission submission = dispatch.begin(request, planner.plan(request, turn.station(), turn.workshop()));
        turn.scans().recent().remember(request, submission, clock.instant());
        return submission;
    }

    /** The job that has this request on record, from before a restart or at another station. */
    private Optional<Submission> onRecord(ScanRequest request) {
        return request.requestId()
                .flatMap(jobs::findByRequest)
                .map(job -> cameBy(job, request) ? repeatOf(job) : reused(request));
    }

    private Submission repeatOf(Job job) {
        return new Submission(
                job, true, isAnswered(job) ? CompletableFuture.completedFuture(job) : unfinished.atRest(job.id()));
    }

    /** Whether this label at this station is what the request brought, be it the job's first scan or a further one. */
    private static boolean cameBy(Job job, ScanRequest request) {
        String data = Dispatch.kept(request.scan());
        boolean first =
                job.data().equals(data) && job.symbology().equals(request.scan().symbology());
        boolean further = job.collection().stream()
                .flatMap(collection -> collection.taken().stream())
                .anyMatch(taken -> taken.data().equals(data));
        return job.station().equals(request.station()) && (first || further);
    }

    /** Two labels under one request id: the second must not pass for the first. It is refused, on record. */
    private Submission reused(ScanRequest request) {
        Problem problem = problems.problem(
                JobCode.REQUEST_REUSED, Map.of("request", request.requestId().orElse("")));
        ScanRequest unnumbered =
                new ScanRequest(request.station(), request.scan(), request.operation(), Optional.empty());
        return dispatch.begin(unnumbered, new ScanPlan.Refuse(Optional.empty(), problem));
    }

    /** Ends every collection whose time is over. */
    void expireCollections() {
        for (StationScans scans : stations.values()) {
            synchronized (scans) {
                collector.expire(scans);
            }
        }
    }
}
