package org.keyway.job.desk;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keyway.identifier.Scan;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobEvent;
import org.keyway.job.JobIds;
import org.keyway.job.JobRecorder;
import org.keyway.job.LimitedParts;
import org.keyway.job.PartsTakenException;
import org.keyway.job.ProblemCatalogue;
import org.keyway.job.ScanRequest;
import org.keyway.job.Submission;
import org.keyway.job.machine.MachineFleet;
import org.keyway.job.machine.MachineFleet.Claim;
import org.keyway.job.order.ScanOrders;

/** Puts plans on record and hands what can be delivered to its machine. */
final class Dispatch {
    private final MachineFleet fleet;
    private final JobRecorder recorder;
    private final JobIds ids;
    private final ProblemCatalogue problems;
    private final LimitedParts parts;
    private final ScanOrders orders;

    @Inject
    Dispatch(
            MachineFleet fleet,
            JobRecorder recorder,
            JobIds ids,
            ProblemCatalogue problems,
            LimitedParts parts,
            ScanOrders orders) {
        this.fleet = fleet;
        this.recorder = recorder;
        this.ids = ids;
        this.problems = problems;
        this.parts = parts;
        this.orders = orders;
    }

    /** A job, and how events go on its record. */
    private record Page(String id, Function<List<JobEvent>, Job> write) {}

    /** Makes a job of a scan and carries its plan out. */
    Submission begin(ScanRequest request, ScanPlan plan) {
        String id = ids.next();
        return carryOut(
                new Page(id, events -> recorder.open(id, received(request), join(plan.identification(), events))),
                plan);
    }

    /** Carries out the plan of a job that a further scan has made complete; what the scan said goes on record with it. */
    Submission complete(Job job, List<JobEvent> scan, ScanPlan plan) {
        return carryOut(new Page(job.id(), events -> recorder.record(job, join(scan, events))), plan);
    }

    /** Begins a job of which nothing is planned yet. */
    Job open(ScanRequest request, List<JobEvent> events) {
        return recorder.open(ids.next(), received(request), events);
    }

    private Submission carryOut(Page page, ScanPlan plan) {
        if (!(plan instanceof ScanPlan.Deliver deliver)) {
            return ended(page.write().apply(plan.outcome()));
        }
        return delivered(page, deliver)
                .orElseGet(() -> carryOutAnew(page, deliver.anew().get()));
    }

    /** A part or an order that the first plan counted on was taken meanwhile; this is the second, and there is no third. */
    private Submission carryOutAnew(Page page, ScanPlan plan) {
        if (!(plan instanceof ScanPlan.Deliver deliver)) {
            return ended(page.write().apply(plan.outcome()));
        }
        return delivered(page, deliver)
                .orElseGet(() -> ended(page.write().apply(refused(deliver, JobCode.PARTS_TAKEN))));
    }

    /** Empty, with nothing done, when a part or an order that the plan counts on was taken meanwhile. */
    private Optional<Submission> delivered(Page page, ScanPlan.Deliver plan) {
        Claim claim = fleet.claim(plan.match().machine().id());
        if (!(claim instanceof Claim.Held held)) {
            JobCode code = claim instanceof Claim.Busy ? JobCode.MACHINE_BUSY : JobCode.NO_DELIVERY_METHOD;
            return Optional.of(ended(page.write().apply(refused(plan, code))));
        }
        if (!isOrderOpen(plan) || !parts.reserve(page.id(), plan.match().counted())) {
            held.giveUp();
            return Optional.empty();
        }
        return deliver(page, plan, held);
    }

    private boolean isOrderOpen(ScanPlan.Deliver plan) {
        return plan.order().stream()
                .allMatch(order -> orders.isOpen(plan.match().machine().id(), order));
    }

    private Optional<Submission> deliver(Page page, ScanPlan.Deliver plan, Claim.Held held) {
        CompletableFuture<Job> intent = new CompletableFuture<>();
        CompletableFuture<Job> atRest = held.deliver(page.id(), intent, plan.setpoints());
        try {
            Job job = page.write().apply(plan.outcome());
            intent.complete(job);
            return Optional.of(new Submission(job, false, atRest));
        } catch (PartsTakenException elsewhere) {
            parts.cancel(page.id());
            intent.completeExceptionally(elsewhere);
            untilFree(atRest);
            return Optional.empty();
        } catch (RuntimeException | Error notRecorded) {
            parts.cancel(page.id());
            intent.completeExceptionally(notRecorded);
            throw notRecorded;
        }
    }

    /** The machine is given free, and only then may the plan that takes the place of this one have it. */
    private static void untilFree(CompletableFuture<Job> delivery) {
        delivery.handle((job, nothingDelivered) -> true).join();
    }

    private List<JobEvent> refused(ScanPlan.Deliver plan, JobCode code) {
        Map<String, Object> facts = Map.of(
                "machine",
                plan.match().machine().id(),
                "delivery",
                plan.match().profile().delivery());
        return List.of(plan.matched(), new JobEvent.Refused(problems.problem(code, facts)));
    }

    private static JobEvent.Received received(ScanRequest request) {
        return new JobEvent.Received(
                request.station(), kept(request.scan()), request.scan().symbology(), request.requestId());
    }

    /** The data of a scan as it goes on record: no more of it than any label has. */
    static String kept(Scan scan) {
        String data = scan.data();
        return data.length() <= ScanRequest.LONGEST_DATA ? data : data.substring(0, ScanRequest.LONGEST_DATA);
    }

    private static List<JobEvent> join(List<JobEvent> first, List<JobEvent> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    /** What answers a scan at once. */
    static Submission ended(Job job) {
        return new Submission(job, false, CompletableFuture.completedFuture(job));
    }
}
