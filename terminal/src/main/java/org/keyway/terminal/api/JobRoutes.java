package org.keyway.terminal.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.keyway.job.Job;
import org.keyway.job.JobQuery;
import org.keyway.job.JobState;
import org.keyway.job.Jobs;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopSource;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.QueryParameters;
import org.keyway.terminal.http.Routes;

/** {@code GET /api/v1/jobs}: one job with every step, or a search through all of them, newest first. */
public final class JobRoutes implements Routes {
    private static final int USUAL_LIMIT = 50;

    private final Jobs jobs;
    private final WorkshopSource workshop;

    @Inject
    public JobRoutes(Jobs jobs, WorkshopSource workshop) {
        this.jobs = jobs;
        this.workshop = workshop;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/jobs", this::search);
        routes.get("/api/v1/jobs/{id}", this::job);
    }

    private void job(Context context) {
        String id = context.pathParam("id");
        Job job = jobs.find(id).orElseThrow(() -> HttpProblem.of(Code.UNKNOWN_JOB, Map.of("job", id)));
        context.json(JobJson.of(job, workshop.current()));
    }

    private void search(Context context) {
        JobQuery query = query(new QueryParameters(context));
        List<Job> found = jobs.search(query);
        Workshop now = workshop.current();
        String next = found.size() < query.limit()
                ? null
                : found.get(found.size() - 1).id();
        context.json(new Page<>(found.stream().map(job -> JobJson.of(job, now)).toList(), next));
    }

    private static JobQuery query(QueryParameters parameters) {
        JobQuery query = new JobQuery(
                parameters.text("serial"),
                parameters.text("product"),
                parameters.text("station"),
                parameters.text("machine"),
                parameters.parsed("state", JobState::valueOf),
                parameters.parsed("from", Instant::parse),
                parameters.parsed("to", Instant::parse),
                parameters.text("after"),
                parameters.number("limit", 1, JobQuery.MAX_LIMIT, USUAL_LIMIT));
        parameters.check();
        return query;
    }
}
