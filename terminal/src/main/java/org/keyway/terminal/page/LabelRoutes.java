package org.keyway.terminal.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.Routes;

/** The labels of the sheet as JSON, and the symbol of each as SVG. */
final class LabelRoutes implements Routes {
    private final LabelSheet sheet;
    private final SymbolDrawing drawing;

    @Inject
    LabelRoutes(LabelSheet sheet, SymbolDrawing drawing) {
        this.sheet = sheet;
        this.drawing = drawing;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/labels", context -> context.json(new Labels(sheet.labels())));
        routes.get("/api/v1/labels/{id}/symbol.svg", this::symbol);
    }

    private void symbol(Context context) {
        String id = context.pathParam("id");
        Label label = sheet.labels().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> HttpProblem.of(Code.UNKNOWN_ITEM, Map.of("kind", "label", "id", id)));
        context.result(drawing.svg(label)).contentType("image/svg+xml; charset=utf-8");
    }

    private record Labels(List<Label> items) {}
}
