package org.keyway.terminal.api;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.keyway.job.reader.ReaderBoard;
import org.keyway.terminal.http.Routes;

/** {@code GET /api/v1/readers}: the readers that bring scans by themselves, and how each stands. */
public final class ReaderRoutes implements Routes {
    private final ReaderBoard board;

    @Inject
    ReaderRoutes(ReaderBoard board) {
        this.board = board;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/readers", context -> context.json(Map.of("items", items())));
    }

    private List<ReaderJson> items() {
        return board.readers().stream().map(ReaderJson::of).toList();
    }
}
