package org.keyway.terminal.set;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.keyway.profile.coverage.Coverage;
import org.keyway.profile.coverage.CoverageFilter;
import org.keyway.profile.coverage.CoverageStatus;
import org.keyway.terminal.api.Times;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.QueryParameters;
import org.keyway.terminal.http.Routes;
import org.keyway.terminal.set.CoverageJson.CellJson;
import org.keyway.terminal.set.CoverageJson.CellsJson;
import org.keyway.terminal.set.CoverageJson.ExplanationJson;
import org.keyway.terminal.set.CoverageJson.SummaryJson;

/** {@code GET /api/v1/coverage}: cells, {@code /summary} their counts, {@code /cell} the derivation of one. */
public final class CoverageRoutes implements Routes {
    private static final String ALL = "/api/v1/coverage";
    private static final int LONGEST_PAGE = 2000;
    private static final int USUAL_PAGE = 200;
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 3650;

    private final Coverage coverage;

    @Inject
    public CoverageRoutes(Coverage coverage) {
        this.coverage = coverage;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(ALL, this::cells);
        routes.get(ALL + "/summary", this::summary);
        routes.get(ALL + "/cell", this::explain);
    }

    /** Cells that lose their match within so many days are expiring. */
    private static Duration expiring(QueryParameters query) {
        return Duration.ofDays(query.number("days", 0, MOST_DAYS, USUAL_DAYS));
    }

    private void summary(Context context) {
        QueryParameters query = new QueryParameters(context);
        Duration expiring = expiring(query);
        query.check();
        Coverage.Summary summary = coverage.summary(expiring);
        context.json(new SummaryJson(Times.text(summary.at()), summary.cells(), summary.open()));
    }

    private void cells(Context context) {
        QueryParameters query = new QueryParameters(context);
        CoverageFilter filter = new CoverageFilter(
                query.parsed("status", CoverageStatus::valueOf),
                query.text("product"),
                query.text("family"),
                query.text("machine"),
                expiring(query));
        int from = query.number("from", 0, Integer.MAX_VALUE, 0);
        int limit = query.number("limit", 1, LONGEST_PAGE, USUAL_PAGE);
        query.check();
        Coverage.Page page = coverage.page(filter, from, limit);
        long end = (long) from + page.cells().size();
        context.json(new CellsJson(
                page.cells().stream().map(CellJson::of).toList(), page.total(), end < page.total() ? end : null));
    }

    private void explain(Context context) {
        QueryParameters query = new QueryParameters(context);
        String product = query.required("product");
        String machine = query.required("machine");
        String operation = query.required("operation");
        var variant = query.text("variant");
        query.check();
        context.json(coverage.explain(product, variant, machine, operation)
                .map(result -> ExplanationJson.of(result, machine))
                .orElseThrow(() -> HttpProblem.of(Code.UNKNOWN_ITEM, Map.of("kind", "products", "id", product))));
    }
}
