package org.keyway.opcua.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.keyway.opcua.security.audit.AuditEntry;
import org.keyway.opcua.security.audit.AuditStore;
import org.keyway.profile.store.Database;

/** The audit in the database. */
public final class JdbiAuditStore implements AuditStore {
    private static final String SELECT = """
            SELECT at, kind, account, application, address, machine, node, value_before, value_after, status, client_entry
            FROM opcua_audit
            """;
    private static final int LONGEST_VALUE = 2000;
    private static final int LONGEST_NODE = 400;
    private static final int LONGEST_NAME = 256;

    private final Database database;

    @Inject
    public JdbiAuditStore(Database database) {
        this.database = database;
    }

    @Override
    public void append(List<AuditEntry> entries) {
        database.jdbi().useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO opcua_audit (at, kind, account, application, address, machine, node, value_before,
                                             value_after, status, client_entry)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
            entries.forEach(entry -> add(batch, entry));
            batch.execute();
        });
    }

    private static void add(PreparedBatch batch, AuditEntry entry) {
        batch.bind(0, OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
                .bind(1, entry.kind().name())
                .bind(2, cut(entry.account(), LONGEST_NAME))
                .bind(3, cut(entry.application(), LONGEST_NAME))
                .bind(4, cut(entry.address(), LONGEST_NAME))
                .bind(5, cut(entry.machine(), LONGEST_NAME))
                .bind(6, cut(entry.node(), LONGEST_NODE))
                .bind(7, cut(entry.before(), LONGEST_VALUE))
                .bind(8, cut(entry.after(), LONGEST_VALUE))
                .bind(9, entry.status())
                .bind(10, cut(entry.clientEntry(), LONGEST_NAME))
                .add();
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static Optional<String> cut(Optional<String> text, int longest) {
        return text.map(whole -> whole.length() <= longest ? whole : whole.substring(0, longest))
                .map(whole -> whole.replace('\0', '\uFFFD'));
    }

    @Override
    public List<AuditEntry> newest(int limit) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(SELECT + "ORDER BY seq DESC FETCH FIRST ? ROWS ONLY")
                        .bind(0, limit)
                        .map((row, context) -> entry(row))
                        .list());
    }

    @Override
    public List<AuditEntry> ofKind(AuditEntry.Kind kind) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(SELECT + "WHERE kind = ? ORDER BY seq")
                        .bind(0, kind.name())
                        .map((row, context) -> entry(row))
                        .list());
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                AuditEntry.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("account")),
                Optional.ofNullable(row.getString("application")),
                Optional.ofNullable(row.getString("address")),
                Optional.ofNullable(row.getString("machine")),
                Optional.ofNullable(row.getString("node")),
                Optional.ofNullable(row.getString("value_before")),
                Optional.ofNullable(row.getString("value_after")),
                row.getString("status"),
                Optional.ofNullable(row.getString("client_entry")));
    }
}
