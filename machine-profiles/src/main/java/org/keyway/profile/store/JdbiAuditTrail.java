package org.keyway.profile.store;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.keyway.profile.audit.AuditEntry;
import org.keyway.profile.audit.AuditQuestion;
import org.keyway.profile.audit.AuditRecord;
import org.keyway.profile.audit.AuditTrail;
import org.keyway.profile.audit.AuditVerdict;
import org.keyway.profile.audit.AuditVerdict.Anchor;

/** The audit in the database. */
public final class JdbiAuditTrail implements AuditTrail {
    private static final String PAGE = " AND seq < ? ORDER BY seq DESC FETCH FIRST ? ROWS ONLY";
    private static final String SELECT = "SELECT seq, body, hash FROM change_log WHERE ";

    private final Database database;
    private final WorkshopJson json = new WorkshopJson();

    @Inject
    JdbiAuditTrail(Database database) {
        this.database = database;
    }

    @Override
    public List<AuditRecord> history(AuditQuestion question) {
        return switch (question.of()) {
            case SET -> ofThing(question, AuditEntry.SET);
            case MACHINE_PROFILE -> ofThing(question, "MachineProfile");
            case STATION -> ofThing(question, "Station");
            case FAMILY -> ofThing(question, "ProductFamily");
            case PRODUCT -> ofNamed(question, "Product", "product");
            case MACHINE -> ofNamed(question, "Machine", "machine");
            case ALL -> page(question, SELECT + "1 = 1" + PAGE);
        };
    }

    private List<AuditRecord> ofThing(AuditQuestion question, String kind) {
        return page(question, SELECT + "kind = ? AND id = ?" + PAGE, kind, question.id());
    }

    /** A thing's own entries and those of sets that name it: two pages, each by its index, and the newest of both. */
    private List<AuditRecord> ofNamed(AuditQuestion question, String kind, String column) {
        List<AuditRecord> own = ofThing(question, kind);
        List<AuditRecord> naming = page(question, SELECT + column + " = ?" + PAGE, question.id());
        return Stream.concat(own.stream(), naming.stream())
                .sorted(Comparator.comparingLong(AuditRecord::seq).reversed())
                .limit(question.limit())
                .toList();
    }

    private List<AuditRecord> page(AuditQuestion question, String sql, Object... named) {
        return database.jdbi().withHandle(handle -> {
            var query = handle.createQuery(sql);
            for (int i = 0; i < named.length; i++) {
                query.bind(i, named[i]);
            }
            List<Row> rows = query.bind(named.length, question.before().orElse(Long.MAX_VALUE))
                    .bind(named.length + 1, question.limit())
                    .map((row, context) -> new Row(
                            row.getLong("seq"),
                            row.getString("hash"),
                            json.read(row.getString("body"), AuditEntry.class)))
                    .list();
            return told(handle, rows);
        });
    }

    private record Row(long seq, String hash, AuditEntry entry) {}

    private List<AuditRecord> told(Handle handle, List<Row> rows) {
        Set<String> hashes = new LinkedHashSet<>();
        rows.forEach(row -> hashes.addAll(ThingDocuments.of(row.entry())));
        KeptDifferences differences = new KeptDifferences(json, ThingDocuments.find(handle, hashes));
        return rows.stream()
                .map(row -> new AuditRecord(row.seq(), row.hash(), row.entry(), differences.of(row.entry())))
                .toList();
    }

    @Override
    public AuditVerdict verify(Optional<Anchor> kept) {
        return database.jdbi().withHandle(handle -> new AuditVerification(handle, json).verdict(kept));
    }
}
