package org.keyway.terminal.api;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.resolution.SourceBoard;
import org.keyway.identifier.resolution.SourceBoard.SourceStatus;
import org.keyway.terminal.http.Routes;

/** {@code GET /api/v1/resolvers}: the services that may be asked about identifiers, and how they are doing. */
public final class ResolverRoutes implements Routes {
    private final SourceBoard board;

    @Inject
    public ResolverRoutes(SourceBoard board) {
        this.board = board;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/api/v1/resolvers",
                context -> context.json(new Resolvers(
                        board.sources().stream().map(ResolverRoutes::json).toList())));
    }

    private static SourceJson json(SourceStatus source) {
        return new SourceJson(
                source.name(),
                source.type(),
                source.state(),
                source.failures(),
                source.lastFailureAt().map(Times::text).orElse(null),
                source.lastFailure().orElse(null));
    }

    private record Resolvers(List<SourceJson> resolvers) {}

    private record SourceJson(
            String name,
            String type,
            String state,
            int failures,
            @Nullable String lastFailureAt,
            @Nullable String lastFailure) {}
}
