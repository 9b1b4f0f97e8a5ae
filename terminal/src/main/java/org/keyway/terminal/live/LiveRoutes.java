package org.keyway.terminal.live;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.keyway.profile.Station;
import org.keyway.profile.WorkshopSource;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.Routes;

/** The event streams: of one station, and of all. Each begins with a snapshot, so nothing has to be replayed. */
public final class LiveRoutes implements Routes {
    private final LiveFeed feed;
    private final Snapshot snapshot;
    private final WorkshopSource workshop;

    @Inject
    LiveRoutes(LiveFeed feed, Snapshot snapshot, WorkshopSource workshop) {
        this.feed = feed;
        this.snapshot = snapshot;
        this.workshop = workshop;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/events", context -> listen(context, Optional.empty(), snapshot::ofAll));
        routes.get("/api/v1/stations/{id}/events", this::listenToStation);
    }

    private void listenToStation(Context context) {
        String id = context.pathParam("id");
        Station station = workshop.current()
                .station(id)
                .orElseThrow(() -> HttpProblem.of(Code.UNKNOWN_STATION, Map.of("station", id)));
        listen(context, Optional.of(id), () -> snapshot.of(station));
    }

    private void listen(Context context, Optional<String> station, Supplier<Snapshot.View> view) {
        context.future(() -> {
            EventConnection connection = new EventConnection(output(context));
            if (!feed.add(connection, station, () -> EventText.event("snapshot", view.get()))) {
                return CompletableFuture.failedFuture(HttpProblem.of(Code.TOO_MANY_LISTENERS));
            }
            context.res().setContentType("text/event-stream;charset=utf-8");
            context.res().setHeader("X-Accel-Buffering", "no");
            output(context).setWriteListener(connection);
            return connection.closed();
        });
    }

    private static ServletOutputStream output(Context context) {
        try {
            return context.res().getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
