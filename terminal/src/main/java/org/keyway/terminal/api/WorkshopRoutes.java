package org.keyway.terminal.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.keyway.job.MachineBoard;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.Station;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopSource;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.QueryParameters;
import org.keyway.terminal.http.Routes;

/** The workshop now in force, to read: products, machines with what they are doing, stations, machine profiles. */
public final class WorkshopRoutes implements Routes {
    private static final int LONGEST_PAGE = 500;
    private static final int USUAL_PAGE = 100;

    private final WorkshopSource workshop;
    private final MachineBoard board;

    @Inject
    public WorkshopRoutes(WorkshopSource workshop, MachineBoard board) {
        this.workshop = workshop;
        this.board = board;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        add(routes, new Kind<>("products", Workshop::products, Workshop::product, Product::id, this::view));
        add(routes, new Kind<>("machines", Workshop::machines, Workshop::machine, Machine::id, this::view));
        add(routes, new Kind<>("stations", Workshop::stations, Workshop::station, Station::id, this::view));
        add(
                routes,
                new Kind<>("product-families", Workshop::families, Workshop::family, ProductFamily::id, this::view));
        add(
                routes,
                new Kind<>(
                        "machine-profiles",
                        WorkshopRoutes::profilesInUse,
                        Workshop::profile,
                        MachineProfile::id,
                        this::view));
    }

    private <T> void add(RoutesConfig routes, Kind<T> kind) {
        String path = "/api/v1/" + kind.name();
        routes.get(path, context -> list(context, kind));
        routes.get(path + "/{id}", context -> item(context, kind));
    }

    private <T> void list(Context context, Kind<T> kind) {
        QueryParameters query = new QueryParameters(context);
        Optional<String> after = query.text("after");
        int limit = query.number("limit", 1, LONGEST_PAGE, USUAL_PAGE);
        query.check();
        context.json(Page.of(kind.all().apply(workshop.current()), kind.id(), after, limit, kind.view()));
    }

    private <T> void item(Context context, Kind<T> kind) {
        String id = context.pathParam("id");
        T item = kind.one()
                .apply(workshop.current(), id)
                .orElseThrow(() -> HttpProblem.of(Code.UNKNOWN_ITEM, Map.of("kind", kind.name(), "id", id)));
        context.json(kind.view().apply(item));
    }

    private Object view(Product product) {
        return ProductJson.of(product);
    }

    private Object view(ProductFamily family) {
        return FamilyJson.of(family);
    }

    private Object view(Machine machine) {
        return MachineJson.of(
                machine, board.status(machine.id()), workshop.current().profile(machine.profile()));
    }

    private Object view(Station station) {
        return StationJson.of(station, workshop.current());
    }

    private Object view(MachineProfile profile) {
        return ProfileJson.of(profile);
    }

    private static Collection<MachineProfile> profilesInUse(Workshop workshop) {
        return workshop.machines().stream()
                .map(Machine::profile)
                .distinct()
                .flatMap(id -> workshop.profile(id).stream())
                .toList();
    }

    /** One kind of thing in the workshop, and how it is listed, found and shown. */
    private record Kind<T>(
            String name,
            Function<Workshop, Collection<T>> all,
            BiFunction<Workshop, String, Optional<T>> one,
            Function<T, String> id,
            Function<T, Object> view) {}
}
