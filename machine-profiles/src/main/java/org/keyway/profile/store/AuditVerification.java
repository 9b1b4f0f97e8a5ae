package org.keyway.profile.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.keyway.profile.audit.AuditEntry;
import org.keyway.profile.audit.AuditVerdict;
import org.keyway.profile.audit.AuditVerdict.Anchor;
import org.keyway.profile.audit.AuditVerdict.Broken;
import org.keyway.profile.audit.AuditVerdict.Differing;

/** Reads the audit from its beginning, and compares what it left behind with what is there. */
final class AuditVerification {
    private static final int FETCH = 500;

    private final Handle handle;
    private final WorkshopJson json;

    AuditVerification(Handle handle, WorkshopJson json) {
        this.handle = handle;
        this.json = json;
    }

    AuditVerdict verdict(Optional<Anchor> kept) {
        AuditVerdict chain = chain(kept);
        if (!(chain instanceof AuditVerdict.Intact)) {
            return chain;
        }
        return differingSet()
                .or(this::differingThing)
                .<AuditVerdict>map(differing -> differing)
                .orElse(chain);
    }

    private record Row(
            long seq,
            String body,
            String hash,
            String kind,
            String id,
            int version,
            Optional<String> product,
            Optional<String> machine) {
        AuditEntry entry(WorkshopJson json) {
            return json.read(body, AuditEntry.class);
        }

        boolean agreesWith(AuditEntry entry) {
            return kind.equals(entry.kind())
                    && id.equals(entry.id())
                    && version == entry.version()
                    && product.equals(entry.product())
                    && machine.equals(entry.machine());
        }
    }

    private AuditVerdict chain(Optional<Anchor> kept) {
        Anchor head = new Anchor(0, HashChain.BEGINNING);
        boolean found = kept.isEmpty() || kept.get().equals(head);
        for (List<Row> page = page(0); !page.isEmpty(); page = page(head.seq())) {
            for (Row row : page) {
                Optional<Broken> broken = broken(row, head);
                if (broken.isPresent()) {
                    return broken.get();
                }
                head = new Anchor(row.seq(), row.hash());
                found |= kept.isPresent() && kept.get().equals(head);
            }
            Optional<Broken> bare = withoutDocument(page);
            if (bare.isPresent()) {
                return bare.get();
            }
        }
        return ended(head, found, kept);
    }

    private List<Row> page(long after) {
        return handle.createQuery("""
                        SELECT seq, body, hash, kind, id, version, product, machine FROM change_log
                        WHERE seq > ? ORDER BY seq FETCH FIRST ? ROWS ONLY""")
                .bind(0, after)
                .bind(1, FETCH)
                .map((row, context) -> new Row(
                        row.getLong("seq"),
                        row.getString("body"),
                        row.getString("hash"),
                        row.getString("kind"),
                        row.getString("id"),
                        row.getInt("version"),
                        Optional.ofNullable(row.getString("product")),
                        Optional.ofNullable(row.getString("machine"))))
                .list();
    }

    /** The first entry that lost a document; only for entries that fit their hashes. */
    private Optional<Broken> withoutDocument(List<Row> page) {
        Set<String> hashes = new LinkedHashSet<>();
        page.forEach(row -> hashes.addAll(ThingDocuments.of(row.entry(json))));
        Set<String> there = ThingDocuments.find(handle, hashes).keySet();
        return page.stream()
                .filter(row -> !there.containsAll(ThingDocuments.of(row.entry(json))))
                .findFirst()
                .map(row ->
                        new Broken(row.seq(), "a document that was kept with it is gone, or no longer fits its hash"));
    }

    private Optional<Broken> broken(Row row, Anchor head) {
        if (row.seq() != head.seq() + 1) {
            return Optional.of(new Broken(row.seq(), "entry " + (head.seq() + 1) + " is missing"));
        }
        if (!ChangeLog.hash(head.hash(), row.seq(), row.body()).equals(row.hash())) {
            return Optional.of(new Broken(row.seq(), "the entry does not match its hash"));
        }
        return row.agreesWith(row.entry(json))
                ? Optional.empty()
                : Optional.of(new Broken(row.seq(), "the entry would be found under a name that it doesn't have"));
    }

    private AuditVerdict ended(Anchor last, boolean found, Optional<Anchor> kept) {
        Anchor head = handle.createQuery("SELECT seq, hash FROM change_head WHERE id = 1")
                .map((row, context) -> new Anchor(row.getLong(1), row.getString(2)))
                .findOne()
                .orElse(new Anchor(0, ""));
        if (!head.equals(last)) {
            return new Broken(last.seq() + 1, "the entries end before number " + head.seq());
        }
        return found
                ? new AuditVerdict.Intact(last.seq(), last.hash())
                : new Broken(kept.orElse(last).seq(), "the entry that was kept elsewhere is not here");
    }

    /** The first version that isn't what its last entry made of it; those from before there was an audit have none. */
    private Optional<Differing> differingSet() {
        try (var rows = handle
                .createQuery("""
                        SELECT p.id, p.version, p.state, p.document, c.body FROM parameter_set p
                        JOIN (SELECT id, version, MAX(seq) AS seq FROM change_log
                              WHERE kind = 'ParameterSet' GROUP BY id, version) l
                          ON l.id = p.id AND l.version = p.version
                        JOIN change_log c ON c.seq = l.seq
                        ORDER BY p.id, p.version""")
                .setFetchSize(FETCH)
                .map((row, context) -> differing(
                        row.getString("id") + " v" + row.getInt("version"),
                        Optional.of(row.getString("state")),
                        row.getString("document"),
                        json.read(row.getString("body"), AuditEntry.class)))
                .stream()) {
            return rows.flatMap(Optional::stream).findFirst();
        }
    }

    private Optional<Differing> differingThing() {
        try (var rows = handle
                .createQuery("""
                        SELECT w.id, w.document, c.body FROM workshop_item w
                        JOIN (SELECT kind, id, MAX(seq) AS seq FROM change_log GROUP BY kind, id) l
                          ON l.kind = w.kind AND l.id = w.id
                        JOIN change_log c ON c.seq = l.seq
                        ORDER BY w.kind, w.id""")
                .setFetchSize(FETCH)
                .map((row, context) -> differing(
                        row.getString("id"),
                        Optional.empty(),
                        row.getString("document"),
                        json.read(row.getString("body"), AuditEntry.class)))
                .stream()) {
            return rows.flatMap(Optional::stream).findFirst();
        }
    }

    private static Optional<Differing> differing(
            String thing, Optional<String> state, String document, AuditEntry last) {
        if (!last.after().equals(Optional.of(HashChain.sha256(document)))) {
            return Optional.of(new Differing(last.kind(), thing, "its content is not what was kept last"));
        }
        return state.equals(last.action().state().map(Enum::name))
                ? Optional.empty()
                : Optional.of(new Differing(last.kind(), thing, "its state is not what was kept last"));
    }
}
