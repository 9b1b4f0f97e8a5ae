package org.keyway.profile.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.keyway.profile.audit.AuditEntry;

/** The documents that things of the workshop had, each kept once by its hash, within one transaction. */
final class ThingDocuments {
    private static final int PORTION = 1000;

    private final PreparedBatch insert;
    private final Set<String> added = new HashSet<>();

    ThingDocuments(Handle handle) {
        this.insert = handle.prepareBatch("""
                INSERT INTO thing_document (hash, document)
                SELECT CAST(:hash AS VARCHAR(64)), CAST(:document AS TEXT)
                WHERE NOT EXISTS (SELECT 1 FROM thing_document WHERE hash = :hash)""");
    }

    /** Keeps a document, if it isn't kept yet, and answers its hash. */
    String keep(String document) {
        String hash = HashChain.sha256(document);
        if (added.add(hash)) {
            insert.bind("hash", hash).bind("document", document).add();
        }
        if (insert.size() >= PORTION) {
            write();
        }
        return hash;
    }

    void write() {
        if (insert.size() > 0) {
            insert.execute();
        }
        added.clear();
    }

    /** The hashes of the documents that were kept with an entry. */
    static List<String> of(AuditEntry entry) {
        return entry.kept()
                ? Stream.concat(entry.before().stream(), entry.after().stream())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** The documents of these hashes that are there and still have them. */
    static Map<String, String> find(Handle handle, Collection<String> hashes) {
        Map<String, String> found = new HashMap<>();
        Portions.of(List.copyOf(hashes))
                .forEach(portion -> handle.createQuery(
                                "SELECT hash, document FROM thing_document WHERE hash IN (<hashes>)")
                        .bindList("hashes", portion)
                        .map((row, context) -> Map.entry(row.getString("hash"), row.getString("document")))
                        .filter(kept -> HashChain.sha256(kept.getValue()).equals(kept.getKey()))
                        .forEach(kept -> found.put(kept.getKey(), kept.getValue())));
        return found;
    }
}
