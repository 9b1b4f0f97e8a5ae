package org.keyway.terminal.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.keyway.identifier.Scan;
import org.keyway.job.Job;
import org.keyway.job.JobControl;
import org.keyway.job.Jobs;
import org.keyway.job.ScanRequest;
import org.keyway.job.Submission;
import org.keyway.profile.WorkshopSource;
import org.keyway.terminal.http.Answers;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.QueryParameters;
import org.keyway.terminal.http.RequestBody;
import org.keyway.terminal.http.Routes;

/** {@code POST /api/v1/scans}: a scan becomes a job; the answer waits until the job has come to rest, holding no thread. */
public final class ScanRoutes implements Routes {
    private static final int LONGEST_WAIT = 30_000;
    private static final int USUAL_WAIT = 5_000;

    private final JobControl jobControl;
    private final Jobs jobs;
    private final WorkshopSource workshop;
    private final Executor answers;

    @Inject
    public ScanRoutes(JobControl jobControl, Jobs jobs, WorkshopSource workshop, @Answers Executor answers) {
        this.jobControl = jobControl;
        this.jobs = jobs;
        this.workshop = workshop;
        this.answers = answers;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/scans", this::scan);
    }

    private void scan(Context context) {
        int wait = waitMillis(context);
        Submission submission = submit(request(context));
        if (wait == 0 || submission.atRest().isDone()) {
            answer(context, submission.atRest().getNow(submission.job()));
            return;
        }
        // A copy: the submission's own future may be shared with other requests for the same job.
        CompletableFuture<Optional<Job>> rested = submission
                .atRest()
                .thenApply(Optional::of)
                .completeOnTimeout(Optional.empty(), wait, TimeUnit.MILLISECONDS);
        context.future(() ->
                rested.thenAcceptAsync(job -> answer(context, job.orElseGet(() -> latest(submission))), answers));
    }

    private static ScanRequest request(Context context) {
        RequestBody body = RequestBody.read(context, Set.of("station", "data", "symbology", "operation", "requestId"));
        String station = body.text("station", 64);
        // However long: job control refuses what is longer than any label, and puts it on record.
        String data = body.text("data", RequestBody.MAX_SIZE);
        Optional<String> symbology = body.optionalText("symbology", 8);
        Optional<String> operation = body.optionalText("operation", 64);
        Optional<String> requestId = body.optionalText("requestId", 64);
        body.check();
        return new ScanRequest(station, new Scan(data, symbology), operation, requestId);
    }

    /** The wait asked for, cut to the longest there is. */
    private static int waitMillis(Context context) {
        QueryParameters query = new QueryParameters(context);
        int wait = query.number("wait", 0, Integer.MAX_VALUE, USUAL_WAIT);
        query.check();
        return Math.min(wait, LONGEST_WAIT);
    }

    private Submission submit(ScanRequest request) {
        try {
            return jobControl.submit(request);
        } catch (JobControl.UnknownStationException e) {
            throw HttpProblem.of(Code.UNKNOWN_STATION, Map.of("station", request.station()));
        }
    }

    private Job latest(Submission submission) {
        return jobs.find(submission.job().id()).orElse(submission.job());
    }

    private void answer(Context context, Job job) {
        context.json(JobJson.of(job, workshop.current()));
    }
}
