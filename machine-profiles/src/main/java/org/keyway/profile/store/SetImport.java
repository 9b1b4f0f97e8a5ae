package org.keyway.profile.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.keyway.profile.ImportTerms;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.audit.ChangeAction;
import org.keyway.profile.life.Change;
import org.keyway.profile.life.LifeState;
import org.keyway.profile.life.VersionRecord;

/** Takes sets from files through their life within one transaction. */
final class SetImport {

    private final Handle handle;
    private final WorkshopJson json;
    private final ChangeLog log;
    private final ImportTerms terms;
    private final Change change;
    private final Instant at;
    private final PreparedBatch inserts;
    private final PreparedBatch updates;
    private final List<String> taken = new ArrayList<>();
    private final List<VersionRecord> inTheWay = new ArrayList<>();

    SetImport(Handle handle, WorkshopJson json, ChangeLog log, ImportTerms terms, Instant at) {
        this.handle = handle;
        this.json = json;
        this.log = log;
        this.terms = terms;
        this.change = new Change(terms.by(), terms.reason());
        this.at = at;
        this.inserts = handle.prepareBatch(SetRows.INSERT);
        this.updates = handle.prepareBatch(SetRows.UPDATE);
    }

    void take(List<ParameterSet> sets) {
        Portions.of(sets).forEach(this::takePortion);
    }

    /** The sets that were changed. */
    List<String> taken() {
        return taken;
    }

    /** The drafts of people that no file replaces; when there are any, the transaction must be undone. */
    List<VersionRecord> inTheWay() {
        return inTheWay;
    }

    private void takePortion(List<ParameterSet> sets) {
        Map<String, List<VersionRecord>> versions = handle
                .createQuery(VersionRow.SELECT + """
            WHERE p.id IN (<ids>) ORDER BY p.id, p.version DESC""")
                .bindList("ids", sets.stream().map(ParameterSet::id).toList())
                .map((row, context) -> VersionRow.read(row, json))
                .list()
                .stream()
                .collect(Collectors.groupingBy(version -> version.set().id()));
        for (ParameterSet set : sets) {
            take(set, new Versions(versions.getOrDefault(set.id(), List.of())));
        }
        // A version that is replaced is retired before the next is released.
        execute(updates);
        execute(inserts);
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** All versions of a set, the newest first. */
    private record Versions(List<VersionRecord> all) {
        Optional<VersionRecord> open() {
            return all.stream().filter(version -> version.state().isOpen()).findFirst();
        }

        Optional<VersionRecord> released() {
            return all.stream()
                    .filter(version -> version.state() == LifeState.RELEASED)
                    .findFirst();
        }

        Optional<VersionRecord> newest() {
            return all.stream()
                    .filter(version -> version.state() != LifeState.DISCARDED)
                    .findFirst();
        }

        int next() {
            return all.isEmpty() ? 1 : all.get(0).version() + 1;
        }
    }

    private static boolean holds(Optional<VersionRecord> version, ParameterSet set) {
        return version.filter(found -> found.set().equals(set)).isPresent();
    }

    private void take(ParameterSet set, Versions versions) {
        switch (terms.sets()) {
            case DRAFT -> takeAsDraft(set, versions);
            case RELEASE -> {
                if (!holds(versions.released(), set)) {
                    release(set, versions);
                }
            }
            case RELEASE_IF_NEW -> {
                if (versions.all().stream().noneMatch(version -> version.set().equals(set))) {
                    release(set, versions);
                }
            }
        }
    }

    private void takeAsDraft(ParameterSet set, Versions versions) {
        if (holds(versions.newest(), set)) {
            return;
        }
        Optional<VersionRecord> open = versions.open();
        if (open.isPresent() && !isReplaceable(open.get())) {
            inTheWay.add(open.get());
            return;
        }
        VersionRecord draft = open.map(
                        version -> version.into(LifeState.DRAFT, change, at).withContent(set, true))
                .orElseGet(() -> begin(set, versions));
        keep(open, draft, ChangeAction.IMPORTED, versions.released());
        taken.add(set.id());
    }

    private static boolean isReplaceable(VersionRecord version) {
        return version.imported() && version.state() == LifeState.DRAFT;
    }

    private VersionRecord begin(ParameterSet set, Versions versions) {
        return VersionRecord.draft(
                set, versions.next(), true, versions.released().map(VersionRecord::version), change, at);
    }

    /** A draft from files becomes the release; what people have begun stays as it is. */
    private void release(ParameterSet set, Versions versions) {
        versions.released()
                .ifPresent(old -> keep(
                        Optional.of(old),
                        old.into(LifeState.RETIRED, change, at),
                        ChangeAction.REPLACED,
                        Optional.empty()));
        Optional<VersionRecord> open = versions.open().filter(SetImport::isReplaceable);
        VersionRecord released = open.map(version -> version.into(LifeState.RELEASED, change, at)
                        .withContent(set, true)
                        .asReleased())
                .orElseGet(() -> begin(set, versions).releasedAtOnce());
        keep(open, released, ChangeAction.IMPORTED_AND_RELEASED, versions.released());
        taken.add(set.id());
    }

    /**
     * Keeps a version and what happened to it.
     *
     * @param before as it was; empty when it is new
     * @param basis what a new one was made from
     */
    private void keep(
            Optional<VersionRecord> before, VersionRecord after, ChangeAction action, Optional<VersionRecord> basis) {
        String document = json.write(after.set());
        VersionRow.bind(before.isEmpty() ? inserts : updates, after, document).add();
        String hash = log.keep(document);
        Optional<String> hashBefore = before.or(() -> basis)
                .map(version -> version.set().equals(after.set()) ? hash : log.keep(json.write(version.set())));
        log.add(SetTransaction.entry(after, action, hashBefore, hash));
    }
}
