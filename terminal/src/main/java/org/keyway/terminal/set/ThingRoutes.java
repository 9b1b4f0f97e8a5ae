package org.keyway.terminal.set;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.edit.EditOutcome;
import org.keyway.profile.edit.StoredThing;
import org.keyway.profile.edit.ThingKind;
import org.keyway.profile.edit.WorkshopEditor;
import org.keyway.profile.life.Change;
import org.keyway.terminal.http.DocumentBody;
import org.keyway.terminal.http.EntityTag;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.Routes;

/**
 * The things of the workshop as documents, in the keys of workshop files: {@code GET …/{id}/document} with its tag, {@code
 * PUT …/{id}} and {@code DELETE …/{id}} with {@code If-Match}.
 */
public final class ThingRoutes implements Routes {
    private static final Map<String, ThingKind> KINDS = Map.of(
            "products", ThingKind.PRODUCT,
            "machines", ThingKind.MACHINE,
            "machine-profiles", ThingKind.MACHINE_PROFILE,
            "stations", ThingKind.STATION,
            "product-families", ThingKind.FAMILY);

    private final WorkshopEditor editor;

    @Inject
    public ThingRoutes(WorkshopEditor editor) {
        this.editor = editor;
    }

    /** A thing with who left it so. */
    record ThingJson(String tag, SignatureJson changed, Map<String, Object> document) {
        static ThingJson of(StoredThing thing) {
            return new ThingJson(thing.tag(), SignatureJson.of(thing.changed()), thing.document());
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        KINDS.forEach((name, kind) -> {
            String path = "/api/v1/" + name + "/{id}";
            routes.get(path + "/document", context -> show(context, name, kind));
            routes.put(path, context -> put(context, name, kind));
            routes.delete(path, context -> remove(context, name, kind));
        });
    }

    private static HttpProblem unknown(String name, String id) {
        return HttpProblem.of(Code.UNKNOWN_ITEM, Map.of("kind", name, "id", id));
    }

    private void show(Context context, String name, ThingKind kind) {
        String id = context.pathParam("id");
        answer(context, editor.find(kind, id).orElseThrow(() -> unknown(name, id)));
    }

    private static void answer(Context context, StoredThing thing) {
        EntityTag.tell(context, thing.tag());
        context.json(ThingJson.of(thing));
    }

    private void put(Context context, String name, ThingKind kind) {
        String id = context.pathParam("id");
        DocumentBody body = DocumentBody.read(context);
        Change change = new Change(body.takeText("by"), body.takeText("reason"));
        boolean confirmed = body.takeFlag("confirmed") || "true".equals(context.queryParam("confirmed"));
        body.takeSame("kind", kind.word());
        body.takeSame("id", id);
        Optional<String> seen = EntityTag.seen(context);
        if (seen.isEmpty() && editor.find(kind, id).isPresent()) {
            throw HttpProblem.of(Code.REVISION_UNSAID, Map.of("id", id));
        }
        EditOutcome outcome = editor.put(kind, id, body.rest(), seen, change, confirmed);
        if (!(outcome instanceof EditOutcome.Kept kept)) {
            throw problem(outcome, name, id);
        }
        context.status(kept.created() ? 201 : 200);
        answer(context, kept.thing());
    }

    private void remove(Context context, String name, ThingKind kind) {
        String id = context.pathParam("id");
        DocumentBody body = DocumentBody.read(context);
        Change change = new Change(body.takeText("by"), body.takeText("reason"));
        SetDocument.nothingElse(body);
        EditOutcome outcome = editor.remove(kind, id, EntityTag.required(context, id), change);
        if (!(outcome instanceof EditOutcome.Removed)) {
            throw problem(outcome, name, id);
        }
        context.status(204);
    }

    private static HttpProblem problem(EditOutcome outcome, String name, String id) {
        if (outcome instanceof EditOutcome.Refused refused) {
            return ChangeProblem.refused(refused.problems());
        }
        if (outcome instanceof EditOutcome.Unconfirmed unconfirmed) {
            return UnconfirmedChange.problem(unconfirmed.changes());
        }
        if (outcome instanceof EditOutcome.InUse use) {
            return HttpProblem.of(Code.IN_USE, Map.of("id", id, "by", String.join(", ", use.by())));
        }
        if (outcome instanceof EditOutcome.Overtaken overtaken) {
            Map<String, Object> facts = new HashMap<>();
            facts.put("id", id);
            facts.put("by", overtaken.now().changed().by());
            facts.put("at", overtaken.now().changed().at());
            return HttpProblem.of(Code.OVERTAKEN, facts).with(ThingJson.of(overtaken.now()));
        }
        return unknown(name, id);
    }
}
