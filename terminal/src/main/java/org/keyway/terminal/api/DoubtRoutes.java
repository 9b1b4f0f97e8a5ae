package org.keyway.terminal.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.keyway.job.Job;
import org.keyway.job.MachineDoubt;
import org.keyway.job.MachineDoubt.Statement;
import org.keyway.job.Problem;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.RequestBody;
import org.keyway.terminal.http.Routes;

/**
 * {@code POST /api/v1/machines/{id}/doubt/end}: two people have looked at a machine that does not answer about a job, and end
 * what is in doubt, with a reason. All three stand in the journal.
 */
public final class DoubtRoutes implements Routes {
    private final MachineDoubt doubt;

    @Inject
    public DoubtRoutes(MachineDoubt doubt) {
        this.doubt = doubt;
    }

    /** The jobs that were in doubt. */
    record Ended(List<String> jobs) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/machines/{id}/doubt/end", this::end);
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
            throw refused(refused.problem());
        }
    }

    private static HttpProblem refused(Problem problem) {
        return HttpProblem.told(Code.NOT_ENDED, problem.code(), problem.message(), List.of());
    }
}
