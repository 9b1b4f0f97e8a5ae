package org.keyway.terminal.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.keyway.identifier.Message;
import org.keyway.identifier.scanner.TestLabel;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.Routes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The labels of the sheet as JSON, and the symbol of each as SVG. */
final class LabelRoutes implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(LabelRoutes.class);

    /** By which scanners are calibrated; of no station, and on no sheet. */
    private static final Label TEST_LABEL = new Label(
            "scanner-test",
            "",
            "datamatrix",
            TestLabel.SYMBOLOGY,
            TestLabel.TEXT,
            new Message("Test label", "测试标签"),
            "good");

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
        routes.get("/api/v1/scanner-test-label/symbol.svg", context -> send(context, TEST_LABEL));
    }

    private void symbol(Context context) {
        String id = context.pathParam("id");
        Label label = sheet.labels().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> HttpProblem.of(Code.UNKNOWN_ITEM, Map.of("kind", "label", "id", id)));
        send(context, label);
    }

    private void send(Context context, Label label) {
        context.result(svg(label)).contentType("image/svg+xml; charset=utf-8");
    }

    private String svg(Label label) {
        try {
            return drawing.svg(label);
        } catch (IllegalArgumentException e) {
            LOG.warn("label {} can't be drawn: {}", label.id(), e.getMessage());
            throw HttpProblem.of(Code.UNDRAWABLE_LABEL, Map.of("id", label.id(), "kind", label.kind()));
        }
    }

    private record Labels(List<Label> items) {}
}
