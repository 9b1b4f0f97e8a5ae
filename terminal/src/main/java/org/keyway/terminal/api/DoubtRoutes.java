package org.keyway.terminal.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.job.Job;
import org.keyway.job.MachineDoubt;
import org.keyway.job.MachineDoubt.Statement;
import org.keyway.job.Problem;
import org.keyway.profile.WorkshopSource;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.HttpProblem.FieldError;
import org.keyway.terminal.http.RequestBody;
import org.keyway.terminal.http.Routes;

/**
 * {@code GET /api/v1/machines/{id}/doubt}: what only people can end. {@code POST /api/v1/machines/{id}/doubt/end}: two people
 * have looked at a machine that does not answer about a job, and end what is in doubt, with a reason. All three stand in the
 * journal.
 */
public final class DoubtRoutes implements Routes {
    private final MachineDoubt doubt;
    private final WorkshopSource workshop;

    @Inject
    public DoubtRoutes(MachineDoubt doubt, WorkshopSource workshop) {
        this.doubt = doubt;
        this.workshop = workshop;
    }

    /** What could be ended. */
    record Open(List<DoubtJson> items) {}

    /** The jobs that were in doubt. */
    record Ended(List<String> jobs) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/machines/{id}/doubt", this::open);
        routes.post("/api/v1/machines/{id}/doubt/end", this::end);
    }

    private void open(Context context) {
        String machine = context.pathParam("id");
        if (workshop.current().machine(machine).isEmpty()) {
            throw HttpProblem.of(Code.UNKNOWN_MACHINE, Map.of("machine", machine));
        }
        context.json(new Open(doubt.open(machine).stream().map(DoubtJson::of).toList()));
    }

    private void end(Context context) {
        RequestBody body = RequestBody.read(context, Set.of("reason", "by", "witness"));
        Statement statement = new Statement(
                body.text("reason", Statement.LONGEST),
                body.text("by", Statement.LONGEST),
                body.text("witness", Statement.LONGEST));
        body.check();
        MachineDoubt.Outcome outcome = doubt.end(context.pathParam("id"), statement);
        if (outcome instanceof MachineDoubt.Outcome.Ended ended) {
            context.json(new Ended(ended.jobs().stream().map(Job::id).toList()));
        } else if (outcome instanceof MachineDoubt.Outcome.Refused refused) {
            throw refused(refused.problem(), statement);
        }
    }

    private static HttpProblem refused(Problem problem, Statement statement) {
        List<FieldError> errors = statement.missing().stream()
                .map(field -> new FieldError(field, problem.code(), Map.of(), Optional.of(problem.message())))
                .toList();
        return HttpProblem.told(Code.NOT_ENDED, problem.code(), problem.message(), errors);
    }
}
