package org.keyway.terminal.set;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.SetVersion;
import org.keyway.profile.life.Change;
import org.keyway.profile.life.LifeOutcome;
import org.keyway.profile.life.LifeState;
import org.keyway.profile.life.ParameterSetLife;
import org.keyway.profile.life.ParameterSetVersions;
import org.keyway.profile.life.SetQuery;
import org.keyway.profile.life.SetWarnings;
import org.keyway.profile.life.VersionRecord;
import org.keyway.terminal.http.DocumentBody;
import org.keyway.terminal.http.EntityTag;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.QueryParameters;
import org.keyway.terminal.http.Routes;

/** {@code /api/v1/parameter-sets}: lists, reads, edits and ends sets; the steps of a version are with {@link SetStepRoutes}. */
public final class ParameterSetRoutes implements Routes {
    static final String ALL = "/api/v1/parameter-sets";
    static final String ONE = ALL + "/{id}";
    private static final int USUAL_PAGE = 50;
    private static final List<ScopeKey> FILTERS =
            List.of(ScopeKey.PRODUCT, ScopeKey.FAMILY, ScopeKey.MACHINE, ScopeKey.MACHINE_CLASS, ScopeKey.OPERATION);

    private final ParameterSetLife life;
    private final ParameterSetVersions versions;
    private final SetDocument documents;
    private final SetWarnings warnings;

    @Inject
    public ParameterSetRoutes(
            ParameterSetLife life, ParameterSetVersions versions, SetDocument documents, SetWarnings warnings) {
        this.life = life;
        this.versions = versions;
        this.documents = documents;
        this.warnings = warnings;
    }

    /** A page of sets; {@code next} is what to send as {@code after}. */
    record SetPage(List<SetLineJson> items, @Nullable String next) {}

    /** A set: the version that is being worked on or was last, and all of them, the newest first. */
    record SetJson(String id, VersionJson current, @Nullable Integer released, List<VersionJson> versions) {}

    /** All versions, the newest first. */
    record VersionsJson(List<VersionJson> items) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(ALL, this::list);
        routes.get(ONE, this::show);
        routes.put(ONE, this::put);
        routes.delete(ONE, this::end);
        routes.get(ONE + "/versions", this::versions);
        routes.get(ONE + "/versions/{n}", this::version);
        routes.get(ONE + "/diff", this::diff);
        routes.post(ALL + "/checks", this::check);
    }

    private void list(Context context) {
        QueryParameters parameters = new QueryParameters(context);
        Map<ScopeKey, String> names = new EnumMap<>(ScopeKey.class);
        FILTERS.forEach(key -> parameters.text(key.word()).ifPresent(name -> names.put(key, name)));
        SetQuery query = new SetQuery(
                names,
                parameters.parsed("state", LifeState::valueOf),
                parameters.text("text"),
                parameters.text("after").orElse(""),
                parameters.number("limit", 1, SetQuery.MOST, USUAL_PAGE));
        parameters.check();
        List<VersionRecord> found = versions.search(query);
        String next = found.size() < query.limit()
                ? null
                : found.get(found.size() - 1).set().id();
        context.json(new SetPage(
                found.stream()
                        .map(version -> SetLineJson.of(
                                version, versions.versions(version.set().id())))
                        .toList(),
                next));
    }

    private List<VersionRecord> known(String id) {
        List<VersionRecord> all = versions.versions(id);
        if (all.isEmpty()) {
            throw HttpProblem.of(Code.UNKNOWN_SET, Map.of("id", id));
        }
        return all;
    }

    private void show(Context context) {
        List<VersionRecord> all = known(context.pathParam("id"));
        VersionRecord current = current(all);
        EntityTag.tell(context, VersionJson.tag(current));
        context.json(new SetJson(
                current.set().id(),
                told(current),
                in(all, LifeState.RELEASED).map(VersionRecord::version).orElse(null),
                all.stream().map(this::told).toList()));
    }

    private VersionJson told(VersionRecord version) {
        return VersionJson.of(version, warnings.of(version.set()));
    }

    /** The open version, else the newest that wasn't discarded, else the newest. */
    private static VersionRecord current(List<VersionRecord> all) {
        return all.stream()
                .filter(version -> version.state().isOpen())
                .findFirst()
                .or(() -> all.stream()
                        .filter(version -> version.state() != LifeState.DISCARDED)
                        .findFirst())
                .orElse(all.get(0));
    }

    private static Optional<VersionRecord> in(List<VersionRecord> all, LifeState state) {
        return all.stream().filter(version -> version.state() == state).findFirst();
    }

    private void versions(Context context) {
        context.json(new VersionsJson(
                known(context.pathParam("id")).stream().map(VersionJson::of).toList()));
    }

    private void version(Context context) {
        VersionRecord version = find(context, SetStepRoutes.number(context));
        EntityTag.tell(context, VersionJson.tag(version));
        context.json(told(version));
    }

    private VersionRecord find(Context context, int number) {
        SetVersion name = new SetVersion(context.pathParam("id"), number);
        return versions.find(name).orElseThrow(() -> HttpProblem.of(Code.UNKNOWN_SET, Map.of("id", name.toString())));
    }

    private void diff(Context context) {
        QueryParameters query = new QueryParameters(context);
        int from = query.requiredNumber("from", 1, Integer.MAX_VALUE);
        int to = query.requiredNumber("to", 1, Integer.MAX_VALUE);
        query.check();
        context.json(DiffJson.of(find(context, from), find(context, to)));
    }

    /** Says what stands against a content, without keeping anything. */
    private void check(Context context) {
        DocumentBody body = DocumentBody.read(context);
        String id = body.takeText("id");
        documents.read(id, body.rest(), List.of());
        context.status(204);
    }

    private void put(Context context) {
        String id = context.pathParam("id");
        DocumentBody body = DocumentBody.read(context);
        Change change = new Change(body.takeText("by"), body.takeText("reason"));
        body.takeSame("id", id);
        body.takeSame("kind", "ParameterSet");
        ParameterSet set = documents.read(id, body.rest(), documents.problems(change));
        List<VersionRecord> all = versions.versions(id);
        boolean begins = all.stream().noneMatch(version -> version.state().isOpen());
        VersionRecord kept = ChangeProblem.done(begins ? begin(context, set, all, change) : edit(context, set, change));
        context.status(begins ? 201 : 200);
        EntityTag.tell(context, VersionJson.tag(kept));
        context.json(told(kept));
    }

    /** A version is begun upon the one that the client has read, unless the set is new. */
    private LifeOutcome begin(Context context, ParameterSet set, List<VersionRecord> all, Change change) {
        if (!all.isEmpty()) {
            String seen = EntityTag.required(context, set.id());
            if (all.stream().noneMatch(version -> VersionJson.tag(version).equals(seen))) {
                throw overtaken(current(all));
            }
        } else if (EntityTag.seen(context).isPresent()) {
            throw HttpProblem.of(Code.UNKNOWN_SET, Map.of("id", set.id()));
        }
        return life.create(set, change);
    }

    static HttpProblem overtaken(VersionRecord now) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("id", now.name().toString());
        facts.put("by", now.changed().by());
        facts.put("at", now.changed().at());
        return HttpProblem.of(Code.OVERTAKEN, facts).with(VersionJson.of(now));
    }

    private LifeOutcome edit(Context context, ParameterSet set, Change change) {
        VersionRecord open = current(versions.versions(set.id()));
        SetTag seen = SetTag.required(context, set.id());
        return life.edit(seen.of(set.id(), open.version()), set, change);
    }

    /** Discards a draft, or retires what is released: whichever version the client names with its tag. */
    private void end(Context context) {
        String id = context.pathParam("id");
        DocumentBody body = DocumentBody.read(context);
        Change change = new Change(body.takeText("by"), body.takeText("reason"));
        SetDocument.nothingElse(body);
        List<VersionRecord> all = new ArrayList<>(known(id));
        SetTag seen = SetTag.required(context, id);
        VersionRecord meant = all.stream()
                .filter(version -> version.version() == seen.version())
                .findFirst()
                .orElseThrow(() -> overtaken(current(all)));
        LifeOutcome outcome = meant.state() == LifeState.DRAFT
                ? life.discard(seen.revision(id), change)
                : life.retire(seen.revision(id), change);
        context.json(VersionJson.of(ChangeProblem.done(outcome)));
    }
}
