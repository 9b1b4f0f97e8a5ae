package org.keyway.profile.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.keyway.profile.ImportTerms;
import org.keyway.profile.audit.AuditEntry;
import org.keyway.profile.audit.ChangeAction;

/** Keeps things of the workshop other than sets, within one transaction. */
final class ItemRows {

    private final Handle handle;
    private final WorkshopJson json;
    private final ChangeLog log;
    private final ImportTerms terms;
    private final Instant at;

    ItemRows(Handle handle, WorkshopJson json, ChangeLog log, ImportTerms terms, Instant at) {
        this.handle = handle;
        this.json = json;
        this.log = log;
        this.terms = terms;
        this.at = at;
    }

    <T> void save(List<T> items, Function<T, String> id) {
        Portions.of(items).forEach(portion -> savePortion(portion, id));
    }

    private <T> void savePortion(List<T> items, Function<T, String> id) {
        String kind = items.get(0).getClass().getSimpleName();
        Map<String, String> before = documents(kind, items.stream().map(id).toList());
        PreparedBatch delete = handle.prepareBatch("DELETE FROM workshop_item WHERE kind = ? AND id = ?");
        PreparedBatch insert = handle.prepareBatch("""
                INSERT INTO workshop_item (kind, id, document, changed_at, changed_by) VALUES (?, ?, ?, ?, ?)""");
        for (T item : items) {
            String name = id.apply(item);
            String document = json.write(item);
            delete.add(kind, name);
            insert.add(kind, name, document, VersionRow.at(at), terms.by());
            Optional<String> hashBefore = Optional.ofNullable(before.get(name)).map(log::keep);
            log.add(entry(kind, name, ChangeAction.SAVED, hashBefore, Optional.of(log.keep(document))));
        }
        delete.execute();
        insert.execute();
    }

    void remove(String kind, String id) {
        Optional<String> before =
                Optional.ofNullable(documents(kind, List.of(id)).get(id));
        before.ifPresent(document -> {
            handle.execute("DELETE FROM workshop_item WHERE kind = ? AND id = ?", kind, id);
            Optional<String> hash = Optional.of(log.keep(document));
            log.add(entry(kind, id, ChangeAction.REMOVED, hash, Optional.empty()));
        });
    }

    private Map<String, String> documents(String kind, List<String> ids) {
        return handle.createQuery("SELECT id, document FROM workshop_item WHERE kind = :kind AND id IN (<ids>)")
                .bind("kind", kind)
                .bindList("ids", ids)
                .map((row, context) -> Map.entry(row.getString("id"), row.getString("document")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private AuditEntry entry(
            String kind, String id, ChangeAction action, Optional<String> before, Optional<String> after) {
        return new AuditEntry(
                at,
                terms.by(),
                terms.reason(),
                kind,
                id,
                0,
                action,
                before,
                after,
                Optional.empty(),
                Optional.empty(),
                true);
    }
}
