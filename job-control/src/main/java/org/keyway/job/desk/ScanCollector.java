package org.keyway.job.desk;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobEvent;
import org.keyway.job.JobRecorder;
import org.keyway.job.ProblemCatalogue;
import org.keyway.job.ScanCollection;
import org.keyway.job.ScanRequest;
import org.keyway.job.Submission;
import org.keyway.job.desk.RoleVerdict.Fits;
import org.keyway.job.desk.RoleVerdict.FitsNone;
import org.keyway.profile.ScanRole;
import org.keyway.profile.ScanSequence;
import org.keyway.profile.Station;
import org.keyway.profile.Workshop;

/**
 * Collects the scans that make up one job, in the order of the station's roles. Nothing is written to any machine before
 * the last is there. Works under the station's lock.
 */
final class ScanCollector {
    private final RoleReader roles;
    private final ScanPlanner planner;
    private final Dispatch dispatch;
    private final JobRecorder recorder;
    private final ProblemCatalogue problems;
    private final Clock clock;

    @Inject
    ScanCollector(
            RoleReader roles,
            ScanPlanner planner,
            Dispatch dispatch,
            JobRecorder recorder,
            ProblemCatalogue problems,
            Clock clock) {
        this.roles = roles;
        this.planner = planner;
        this.dispatch = dispatch;
        this.recorder = recorder;
        this.problems = problems;
        this.clock = clock;
    }

    /** One scan at a station, and all that is needed to judge it. */
    record Turn(ScanRequest request, Station station, Workshop workshop, StationScans scans) {}

    /** Takes a scan into the collection that is open, or begins one. */
    Submission take(Turn turn, ScanSequence sequence) {
        return turn.scans().open().map(open -> continued(turn, open)).orElseGet(() -> first(turn, sequence));
    }

    private Submission first(Turn turn, ScanSequence sequence) {
        ScanRole due = sequence.roles().get(0);
        RoleVerdict verdict = roles.judge(turn.request(), turn.station(), sequence, due, turn.workshop());
        if (verdict instanceof Fits fits && fits.role().equals(due)) {
            return begin(turn, sequence, fits);
        }
        FitsNone refusal = refusal(verdict, due);
        Submission refused =
                dispatch.begin(turn.request(), new ScanPlan.Refuse(refusal.identified(), refusal.problem()));
        turn.scans().recent().remember(turn.request(), refused, clock.instant());
        return refused;
    }

    private Submission continued(Turn turn, OpenCollection open) {
        if (open.has(turn.request().scan())) {
            return again(turn, open);
        }
        ScanRole due = open.due();
        RoleVerdict verdict = roles.judge(turn.request(), turn.station(), open.sequence(), due, turn.workshop());
        if (verdict instanceof Fits fits) {
            if (fits.role().equals(due)) {
                return add(turn, open, fits);
            }
            if (isTaken(open, fits)) {
                return again(turn, open);
            }
            if (fits.role().equals(open.sequence().roles().get(0))) {
                return replace(turn, open, fits);
            }
        }
        return refuse(turn, open, refusal(verdict, due));
    }

    private FitsNone refusal(RoleVerdict verdict, ScanRole due) {
        if (verdict instanceof FitsNone none) {
            return none;
        }
        Fits other = (Fits) verdict;
        Map<String, Object> facts =
                Map.of("role", due.id(), "scanned", other.role().id());
        return new FitsNone(
                Optional.of(new JobEvent.Identified(other.reading(), Optional.empty())),
                problems.problem(JobCode.SCAN_OUT_OF_ORDER, facts, due.name()));
    }

    /** The same scan, or another label of what was taken already: nothing is lost, nothing is added. */
    private Submission again(Turn turn, OpenCollection open) {
        Submission submission = Dispatch.ended(open.job());
        turn.scans().recent().remember(turn.request(), submission, clock.instant());
        return new Submission(open.job(), true, submission.atRest());
    }

    private static boolean isTaken(OpenCollection open, Fits fits) {
        if (fits.role().isPart()) {
            return open.job().identity().stream()
                    .anyMatch(part -> fits.identity().filter(part::isSamePart).isPresent());
        }
        return open.job().collection().stream()
                .flatMap(collection -> collection.taken().stream())
                .anyMatch(taken -> taken.role().equals(fits.role().id())
                        && taken.attributes().equals(fits.attributes()));
    }

    private Submission begin(Turn turn, ScanSequence sequence, Fits fits) {
        List<ScanCollection.Role> order = sequence.roles().stream()
                .map(role -> new ScanCollection.Role(role.id(), role.name()))
                .toList();
        Instant until = clock.instant().plus(sequence.collect()).truncatedTo(ChronoUnit.MILLIS);
        List<JobEvent> events = new ArrayList<>(identification(fits));
        events.add(new JobEvent.Collecting(order, until));
        events.add(collected(turn.request(), fits));
        Job job = dispatch.open(turn.request(), events);
        return keep(turn, new OpenCollection(job, sequence, List.of(turn.request())), Dispatch.ended(job));
    }

    private Submission add(Turn turn, OpenCollection open, Fits fits) {
        List<JobEvent> events = new ArrayList<>(identification(fits));
        events.add(collected(turn.request(), fits));
        Job after = open.job();
        for (JobEvent event : events) {
            after = after.after(event, clock.instant());
        }
        if (after.awaited().isPresent()) {
            Job job = recorder.record(open.job(), events);
            return keep(turn, open.with(turn.request(), job), Dispatch.ended(job));
        }
        ScanPlan plan = planner.matched(
                after.reading().orElseThrow(),
                after.identity().orElseThrow(),
                open.asOne(turn.request()),
                turn.station(),
                turn.workshop());
        Submission submission = dispatch.complete(open.job(), events, plan);
        keep(turn, open.with(turn.request(), submission.job()), submission);
        turn.scans().close();
        return submission;
    }

    /** From now on the labels of this job are repeats of it, and all others are new. */
    private Submission keep(Turn turn, OpenCollection open, Submission submission) {
        turn.scans().open(open);
        turn.scans().recent().forgetLabels();
        for (ScanRequest request : open.requests()) {
            turn.scans().recent().remember(request, submission, clock.instant());
        }
        return submission;
    }

    private Submission refuse(Turn turn, OpenCollection open, FitsNone refusal) {
        ScanRequest request = turn.request();
        Job job = recorder.record(
                open.job(),
                new JobEvent.ScanRefused(
                        Dispatch.kept(request.scan()),
                        request.scan().symbology(),
                        request.requestId(),
                        refusal.problem()));
        turn.scans().open(open.now(job));
        Submission submission = Dispatch.ended(job);
        turn.scans().recent().remember(request, submission, clock.instant());
        return submission;
    }

    /** Whoever takes another part to hand has put the first aside: its job must not go on with the tool of this one. */
    private Submission replace(Turn turn, OpenCollection open, Fits fits) {
        recorder.record(
                open.job(),
                new JobEvent.Cancelled(problems.problem(
                        JobCode.SCANS_REPLACED, Map.of(), fits.role().name())));
        turn.scans().close();
        return begin(turn, turn.station().sequence().orElse(open.sequence()), fits);
    }

    /** Ends the station's collection when its time is over. */
    void expire(StationScans scans) {
        scans.open().filter(open -> open.isOver(clock.instant())).ifPresent(open -> {
            ScanRole first = open.sequence().roles().get(0);
            Map<String, Object> facts = Map.of("role", open.due().id());
            recorder.record(
                    open.job(), new JobEvent.Expired(problems.problem(JobCode.SCANS_TOO_SLOW, facts, first.name())));
            scans.close();
            scans.recent().forgetLabels();
        });
    }

    private static List<JobEvent> identification(Fits fits) {
        return fits.role().isPart() ? List.of(new JobEvent.Identified(fits.reading(), fits.identity())) : List.of();
    }

    private static JobEvent collected(ScanRequest request, Fits fits) {
        return new JobEvent.Collected(
                fits.role().id(),
                Dispatch.kept(request.scan()),
                request.scan().symbology(),
                request.requestId(),
                fits.reading(),
                fits.attributes());
    }
}
