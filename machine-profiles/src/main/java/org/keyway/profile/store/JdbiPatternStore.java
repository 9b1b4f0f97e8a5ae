package org.keyway.profile.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyway.identifier.pattern.PatternDefinition;
import org.keyway.identifier.pattern.PatternStore;
import org.keyway.profile.store.ChangeNotices.Kind;

/** Accepted patterns in the database. Each change is one statement, so that of two at a time only one takes place. */
@Singleton
public final class JdbiPatternStore implements PatternStore {
    private final Database database;
    private final ChangeNotices notices;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final WorkshopJson json = new WorkshopJson();

    @Inject
    JdbiPatternStore(Database database, ChangeNotices notices) {
        this.database = database;
        this.notices = notices;
    }

    @Override
    public List<StoredPattern> all() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT version, document, changed_at FROM label_pattern ORDER BY name")
                        .map((row, context) -> new StoredPattern(
                                json.read(row.getString("document"), PatternDefinition.class),
                                row.getLong("version"),
                                row.getObject("changed_at", OffsetDateTime.class)
                                        .toInstant()))
                        .list());
    }

    @Override
    public boolean create(StoredPattern pattern) {
        return changed(
                pattern.definition().name(),
                """
                MERGE INTO label_pattern AS kept
                USING (SELECT CAST(? AS VARCHAR(64)) AS name, CAST(? AS BIGINT) AS version, CAST(? AS TEXT) AS document,
                    CAST(? AS TIMESTAMP(3) WITH TIME ZONE) AS changed_at) AS fresh
                ON kept.name = fresh.name
                WHEN NOT MATCHED THEN INSERT (name, version, document, changed_at)
                    VALUES (fresh.name, fresh.version, fresh.document, fresh.changed_at)""",
                pattern.definition().name(),
                pattern.version(),
                json.write(pattern.definition()),
                at(pattern));
    }

    @Override
    public boolean replace(StoredPattern pattern, long former) {
        return changed(
                pattern.definition().name(),
                "UPDATE label_pattern SET version = ?, document = ?, changed_at = ? WHERE name = ? AND version = ?",
                pattern.version(),
                json.write(pattern.definition()),
                at(pattern),
                pattern.definition().name(),
                former);
    }

    @Override
    public boolean remove(String name, long version) {
        return changed(name, "DELETE FROM label_pattern WHERE name = ? AND version = ?", name, version);
    }

    @Override
    public void onForeignChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Another node has changed some. */
    public void changedElsewhere() {
        listeners.forEach(Runnable::run);
    }

    private boolean changed(String name, String statement, Object... values) {
        return database.jdbi().inTransaction(handle -> {
            boolean changed = handle.execute(statement, values) > 0;
            if (changed) {
                notices.note(handle, Kind.PATTERNS, List.of(name));
            }
            return changed;
        });
    }

    private static OffsetDateTime at(StoredPattern pattern) {
        return pattern.at().atOffset(ZoneOffset.UTC);
    }
}
