package org.keyway.terminal.set;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.profile.audit.AuditQuestion;
import org.keyway.profile.audit.AuditQuestion.Of;
import org.keyway.profile.audit.AuditRecord;
import org.keyway.profile.audit.AuditTrail;
import org.keyway.terminal.http.QueryParameters;
import org.keyway.terminal.http.Routes;

/** {@code GET …/{id}/history}: who changed a set, a product, a machine or another thing, when and why; newest first. */
public final class HistoryRoutes implements Routes {
    private static final int USUAL_PAGE = 50;
    private static final Map<String, Of> KINDS = Map.of(
            "parameter-sets", Of.SET,
            "products", Of.PRODUCT,
            "machines", Of.MACHINE,
            "machine-profiles", Of.MACHINE_PROFILE,
            "stations", Of.STATION,
            "product-families", Of.FAMILY);

    private final AuditTrail audit;

    @Inject
    public HistoryRoutes(AuditTrail audit) {
        this.audit = audit;
    }

    /** A page of entries; {@code next} is what to send as {@code before}. */
    record HistoryPage(List<HistoryJson> items, @Nullable String next) {}

    @Override
    public void addTo(RoutesConfig routes) {
        KINDS.forEach((name, of) -> routes.get(
                "/api/v1/" + name + "/{id}/history", context -> answer(context, of, context.pathParam("id"))));
        routes.get("/api/v1/history", context -> answer(context, Of.ALL, ""));
    }

    private void answer(Context context, Of of, String id) {
        QueryParameters query = new QueryParameters(context);
        Optional<Long> before = query.parsed("before", Long::valueOf);
        int limit = query.number("limit", 1, AuditQuestion.MOST, USUAL_PAGE);
        query.check();
        List<AuditRecord> found = audit.history(new AuditQuestion(of, id, before, limit));
        String next = found.size() < limit
                ? null
                : String.valueOf(found.get(found.size() - 1).seq());
        context.json(new HistoryPage(found.stream().map(HistoryJson::of).toList(), next));
    }
}
