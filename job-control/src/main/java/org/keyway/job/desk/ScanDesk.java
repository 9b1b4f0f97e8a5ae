package org.keyway.job.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.keyway.identifier.Scan;
import org.keyway.job.DuplicateRequestException;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobControl;
import org.keyway.job.JobEvent;
import org.keyway.job.JobIds;
import org.keyway.job.JobRecorder;
import org.keyway.job.Jobs;
import org.keyway.job.ProblemCatalogue;
import org.keyway.job.ScanRequest;
import org.keyway.job.Submission;
import org.keyway.job.machine.MachineFleet;
import org.keyway.job.machine.MachineFleet.Claim;
import org.keyway.profile.Station;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopSource;

/** Takes scans on, one at a time for each station. */
@Singleton
public final class ScanDesk implements JobControl {
    private final WorkshopSource workshop;
    private final ScanPlanner planner;
    private final MachineFleet fleet;
    private final JobRecorder recorder;
    private final Jobs jobs;
    private final JobIds ids;
    private final UnfinishedJobs unfinished;
    private final ProblemCatalogue problems;
    private final Clock clock;
    private final Map<String, RecentScans> stations = new ConcurrentHashMap<>();

    @Inject
    ScanDesk(
            WorkshopSource workshop,
            ScanPlanner planner,
            MachineFleet fleet,
            JobRecorder recorder,
            Jobs jobs,
            JobIds ids,
            UnfinishedJobs unfinished,
            ProblemCatalogue problems,
            Clock clock) {
        this.workshop = workshop;
        this.planner = planner;
        this.fleet = fleet;
        this.recorder = recorder;
        this.jobs = jobs;
        this.ids = ids;
        this.unfinished = unfinished;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    public Submission submit(ScanRequest request) {
        Workshop current = workshop.current();
        Station station =
                current.station(request.station()).orElseThrow(() -> new UnknownStationException(request.station()));
        RecentScans recent = stations.computeIfAbsent(station.id(), id -> new RecentScans());
        synchronized (recent) {
            Optional<Submission> earlier = recent.repeated(request, station.repeatWindow(), clock.instant());
            if (earlier.isPresent()) {
                return repeatOf(earlier.get());
            }
            Submission submission = takeOn(request, planner.plan(request, station, current));
            recent.remember(request, submission, clock.instant());
            return submission;
        }
    }

    private Submission repeatOf(Submission earlier) {
        Job now = jobs.find(earlier.job().id()).orElse(earlier.job());
        return new Submission(
                now, true, now.state().isAtRest() ? CompletableFuture.completedFuture(now) : earlier.atRest());
    }

    private Submission takeOn(ScanRequest request, ScanPlan plan) {
        try {
            return plan instanceof ScanPlan.Deliver deliver
                    ? deliver(request, deliver)
                    : ended(open(request, plan.events()));
        } catch (DuplicateRequestException earlier) {
            return request.requestId()
                    .flatMap(jobs::findByRequest)
                    .map(job -> new Submission(job, true, unfinished.atRest(job.id())))
                    .orElseThrow(() -> earlier);
        }
    }

    private Submission deliver(ScanRequest request, ScanPlan.Deliver plan) {
        Claim claim = fleet.claim(plan.match().machine().id());
        if (!(claim instanceof Claim.Held held)) {
            return ended(open(request, unavailable(claim, plan)));
        }
        String id = ids.next();
        CompletableFuture<Job> intent = new CompletableFuture<>();
        CompletableFuture<Job> atRest = held.deliver(id, intent, plan.setpoints());
        try {
            Job job = recorder.open(id, received(request), plan.events());
            intent.complete(job);
            return new Submission(job, false, atRest);
        } catch (RuntimeException | Error notRecorded) {
            intent.completeExceptionally(notRecorded);
            throw notRecorded;
        }
    }

    private List<JobEvent> unavailable(Claim claim, ScanPlan.Deliver plan) {
        Map<String, Object> facts = Map.of(
                "machine",
                plan.match().machine().id(),
                "delivery",
                plan.match().profile().delivery());
        JobCode code = claim instanceof Claim.Busy ? JobCode.MACHINE_BUSY : JobCode.NO_DELIVERY_METHOD;
        return List.of(plan.identified(), plan.matched(), new JobEvent.Refused(problems.problem(code, facts)));
    }

    private Job open(ScanRequest request, List<JobEvent> events) {
        return recorder.open(ids.next(), received(request), events);
    }

    private static JobEvent.Received received(ScanRequest request) {
        String data = request.scan().data();
        String kept = data.length() <= Scan.MAX_LENGTH ? data : data.substring(0, Scan.MAX_LENGTH);
        return new JobEvent.Received(request.station(), kept, request.scan().symbology(), request.requestId());
    }

    private static Submission ended(Job job) {
        return new Submission(job, false, CompletableFuture.completedFuture(job));
    }
}
