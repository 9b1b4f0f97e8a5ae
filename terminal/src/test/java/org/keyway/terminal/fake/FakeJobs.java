package org.keyway.terminal.fake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Message;
import org.keyway.identifier.ProductIdentity;
import org.keyway.job.Job;
import org.keyway.job.JobParameter;
import org.keyway.job.JobResult;
import org.keyway.job.JobState;
import org.keyway.job.Problem;
import org.keyway.job.ScanRequest;
import org.keyway.job.Step;
import org.keyway.profile.SetVersion;

/** Jobs in each of their states. */
public final class FakeJobs {
    private static final SetVersion SET = new SetVersion("CB-150-OP20", 3);

    private FakeJobs() {}

    static Job received(String id, ScanRequest request, Instant at) {
        return new Job(
                id,
                JobState.RECEIVED,
                request.station(),
                request.scan().data(),
                request.scan().symbology(),
                Optional.empty(),
                request.operation(),
                request.requestId(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(new Step(JobState.RECEIVED, at)),
                Optional.empty());
    }

    /** The job one state further, with product, machine and values. */
    public static Job moved(Job job, JobState state, Instant at) {
        return with(
                job, state, at, Optional.of(FakeIdentification.IDENTITY), parameters(), List.of(), Optional.empty());
    }

    /** The job done, with energy and a measured bore. */
    public static Job completed(Job job, Instant at) {
        List<JobResult> results = List.of(
                new JobResult("energy", new BigDecimal("1.84"), "kWh", "energy", Optional.empty(), Optional.empty()),
                new JobResult(
                        "boreDiameter",
                        new BigDecimal("57.004"),
                        "mm",
                        "measurement",
                        Optional.of(new BigDecimal("57.000")),
                        Optional.of(true)));
        return with(job, JobState.COMPLETED, at, job.identity(), job.parameters(), results, Optional.empty());
    }

    /** The job ended badly before anything was known of it. */
    public static Job refused(Job job, Instant at) {
        Problem problem = new Problem(
                "KW-JOB-007",
                new Message(
                        "This label belongs to station ST-30, crankshaft. Take the part there.",
                        "此标签属于工位 ST-30（曲轴）。请将零件送往该工位。"),
                Map.of("station", "ST-30"));
        return with(job, JobState.REFUSED, at, Optional.empty(), List.of(), List.of(), Optional.of(problem));
    }

    /** The job ended at verification. */
    public static Job failed(Job job, Instant at) {
        Problem problem = new Problem(
                "KW-LINK-012",
                new Message(
                        "The machine kept another value than was sent. It was not released. Call maintenance.",
                        "机床保存的数值与下发的不一致，机床未放行。请通知维修人员。"),
                Map.of("parameter", "spindleSpeed", "wanted", 8000, "found", 7500));
        return with(job, JobState.FAILED, at, job.identity(), job.parameters(), List.of(), Optional.of(problem));
    }

    private static Job with(
            Job job,
            JobState state,
            Instant at,
            Optional<ProductIdentity> identity,
            List<JobParameter> parameters,
            List<JobResult> results,
            Optional<Problem> problem) {
        List<Step> steps = new ArrayList<>(job.steps());
        steps.add(new Step(state, at));
        return new Job(
                job.id(),
                state,
                job.station(),
                job.data(),
                job.symbology(),
                Optional.of("HMC-01").filter(machine -> identity.isPresent()),
                Optional.of("OP20").filter(operation -> identity.isPresent()),
                job.requestId(),
                Optional.empty(),
                identity,
                parameters,
                results,
                problem,
                steps,
                job.collection());
    }

    private static List<JobParameter> parameters() {
        return List.of(
                parameter("spindleSpeed", "8000", "r/min"),
                parameter("feedRate", "960", "mm/min"),
                parameter("boreDiameter", "57.000", "mm"),
                parameter("coolantPressure", "40", "bar"));
    }

    private static JobParameter parameter(String name, String number, String unit) {
        BigDecimal value = new BigDecimal(number);
        return new JobParameter(
                name,
                value,
                Optional.of(unit),
                SET,
                "nsu=urn:cnc;s=Stage/" + name,
                Optional.of(value),
                Optional.of(value),
                true);
    }
}
