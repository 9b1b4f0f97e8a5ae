package org.keyway.profile.edit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.ImportTerms;
import org.keyway.profile.SetProblem;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.coverage.ReleaseImpact;
import org.keyway.profile.coverage.WorkshopImpact;
import org.keyway.profile.edit.EditOutcome.InUse;
import org.keyway.profile.edit.EditOutcome.Kept;
import org.keyway.profile.edit.EditOutcome.NotFound;
import org.keyway.profile.edit.EditOutcome.Overtaken;
import org.keyway.profile.edit.EditOutcome.Refused;
import org.keyway.profile.edit.EditOutcome.Removed;
import org.keyway.profile.edit.EditOutcome.Unconfirmed;
import org.keyway.profile.life.Change;
import org.keyway.profile.life.ChangeChecks;
import org.keyway.profile.life.ParameterSetVersions;
import org.keyway.profile.life.Publication;
import org.keyway.profile.life.Signature;
import org.keyway.profile.matching.CurrentWorkshop;
import org.keyway.profile.store.HashChain;
import org.keyway.profile.store.WorkshopStore;
import org.keyway.profile.workshopfile.JsonDocument;
import org.keyway.profile.workshopfile.JsonDocuments;
import org.keyway.profile.workshopfile.StoredWorkshop;

/** Takes edits one at a time, in turn with imports and releases. */
@Singleton
final class WorkshopDesk implements WorkshopEditor {
    private final WorkshopStore store;
    private final CurrentWorkshop current;
    private final Publication publication;
    private final ParameterSetVersions sets;
    private final WorkshopImpact impact;

    @Inject
    WorkshopDesk(
            WorkshopStore store,
            CurrentWorkshop current,
            Publication publication,
            ParameterSetVersions sets,
            WorkshopImpact impact) {
        this.store = store;
        this.current = current;
        this.publication = publication;
        this.sets = sets;
        this.impact = impact;
    }

    @Override
    public Optional<StoredThing> find(ThingKind kind, String id) {
        return Things.of(store.things()).document(kind, id).map(document -> stored(kind, id, document));
    }

    private StoredThing stored(ThingKind kind, String id, Map<String, Object> document) {
        Signature changed = store.lastChange(kind.word(), id).orElseThrow();
        return new StoredThing(document, HashChain.sha256(document.toString()).substring(0, 32), changed);
    }

    @Override
    public EditOutcome put(
            ThingKind kind,
            String id,
            Map<String, Object> document,
            Optional<String> seen,
            Change change,
            boolean confirmed) {
        return publication.inTurn(() -> {
            WorkshopContent things = store.things();
            Optional<StoredThing> before = Things.of(things).document(kind, id).map(found -> stored(kind, id, found));
            if (!before.map(StoredThing::tag).equals(seen)) {
                return before.<EditOutcome>map(Overtaken::new).orElseGet(NotFound::new);
            }
            return read(kind, id, document, things, change, confirmed).orElseGet(() -> {
                StoredThing after = find(kind, id).orElseThrow();
                return new Kept(after, before.isEmpty());
            });
        });
    }

    /** Reads and keeps; answers what stands against it. */
    private Optional<EditOutcome> read(
            ThingKind kind,
            String id,
            Map<String, Object> document,
            WorkshopContent things,
            Change change,
            boolean confirmed) {
        Map<String, Object> whole = new LinkedHashMap<>(document);
        whole.put("kind", kind.word());
        whole.put("id", id);
        StoredWorkshop stored = new StoredWorkshop(
                things, ids -> List.of(), current.names(), current.precedence(), Optional.empty(), current.uses());
        JsonDocuments.Outcome outcome = JsonDocuments.read(JsonDocument.of(whole), stored);
        List<SetProblem> problems = new ArrayList<>(ChangeChecks.of(change));
        if (outcome instanceof JsonDocuments.Outcome.Wrong wrong) {
            problems.addAll(wrong.problems());
        }
        if (!problems.isEmpty() || !(outcome instanceof JsonDocuments.Outcome.Understood understood)) {
            return Optional.of(new Refused(problems));
        }
        List<ReleaseImpact.Change> effects =
                confirmed ? List.of() : impact.of(understood.changes(), understood.content());
        if (!effects.isEmpty()) {
            return Optional.of(new Unconfirmed(effects));
        }
        if (!understood.changes().equals(WorkshopContent.EMPTY)) {
            store.save(understood.changes(), terms(change));
            publication.thingsAnd(List.of());
        }
        return Optional.empty();
    }

    private static ImportTerms terms(Change change) {
        return new ImportTerms(ImportTerms.Sets.DRAFT, change.by(), change.reason());
    }

    @Override
    public EditOutcome remove(ThingKind kind, String id, String seen, Change change) {
        List<SetProblem> problems = ChangeChecks.of(change);
        return problems.isEmpty()
                ? publication.inTurn(() -> removeInTurn(kind, id, seen, change))
                : new Refused(problems);
    }

    private EditOutcome removeInTurn(ThingKind kind, String id, String seen, Change change) {
        WorkshopContent things = store.things();
        Optional<StoredThing> before = Things.of(things).document(kind, id).map(found -> stored(kind, id, found));
        if (before.isEmpty()) {
            return new NotFound();
        }
        if (!before.get().tag().equals(seen)) {
            return new Overtaken(before.get());
        }
        List<String> referring = References.to(kind, id, things, sets);
        if (!referring.isEmpty()) {
            return new InUse(referring);
        }
        store.remove(kind.word(), id, terms(change));
        publication.thingsAnd(List.of());
        return new Removed();
    }
}
