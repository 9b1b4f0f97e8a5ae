package org.keyway.terminal.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.Scan;
import org.keyway.profile.Machine;
import org.keyway.profile.WorkshopSource;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.RequestBody;
import org.keyway.terminal.http.Routes;

/** {@code POST /api/v1/identify} and {@code /match}: what a scan says and what it would bring, with nothing written. */
public final class DryRunRoutes implements Routes {
    private final DryRun dryRun;
    private final WorkshopSource workshop;

    @Inject
    public DryRunRoutes(DryRun dryRun, WorkshopSource workshop) {
        this.dryRun = dryRun;
        this.workshop = workshop;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/identify", this::identify);
        routes.post("/api/v1/match", this::match);
    }

    private void identify(Context context) {
        RequestBody body = RequestBody.read(context, Set.of("data", "symbology"));
        Scan scan = scan(body);
        body.check();
        context.json(dryRun.identify(scan));
    }

    private void match(Context context) {
        RequestBody body = RequestBody.read(context, Set.of("data", "symbology", "machine", "operation"));
        Scan scan = scan(body);
        String id = body.text("machine", 64);
        Optional<String> operation = body.optionalText("operation", 64);
        body.check();
        Machine machine = workshop.current()
                .machine(id)
                .orElseThrow(() -> HttpProblem.of(Code.UNKNOWN_MACHINE, Map.of("machine", id)));
        context.json(dryRun.match(scan, machine, operation));
    }

    private static Scan scan(RequestBody body) {
        return new Scan(body.text("data", RequestBody.MAX_SIZE), body.optionalText("symbology", 8));
    }
}
