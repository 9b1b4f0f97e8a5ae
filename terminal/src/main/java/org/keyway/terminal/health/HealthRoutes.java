package org.keyway.terminal.health;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keyway.job.HealthCheck;
import org.keyway.terminal.http.Routes;

/** {@code /health/live}, {@code /health/ready} and {@code /metrics}. */
public final class HealthRoutes implements Routes {
    private final Set<HealthCheck> checks;
    private final JobMetrics metrics;
    private final ReaderMetrics readers;

    @Inject
    HealthRoutes(Set<HealthCheck> checks, JobMetrics metrics, ReaderMetrics readers) {
        this.checks = checks;
        this.metrics = metrics;
        this.readers = readers;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health/live", context -> context.json(new Health("live", List.of())));
        routes.get("/health/ready", this::ready);
        routes.get(
                "/metrics",
                context -> context.result(metrics.text() + readers.text())
                        .contentType("text/plain; version=0.0.4; charset=utf-8"));
    }

    private void ready(Context context) {
        List<Check> results = checks.stream()
                .map(check -> check.fault()
                        .map(fault -> new Check(check.name(), "failing", fault))
                        .orElseGet(() -> new Check(check.name(), "ok", null)))
                .toList();
        boolean ready = results.stream().allMatch(result -> result.status().equals("ok"));
        context.status(ready ? 200 : 503).json(new Health(ready ? "ready" : "not-ready", results));
    }

    private record Health(String status, List<Check> checks) {}

    private record Check(
            String name, String status, @Nullable String detail) {}
}
