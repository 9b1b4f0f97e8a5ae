package org.keyway.profile.store;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.SetVersion;
import org.keyway.profile.life.LifeState;
import org.keyway.profile.life.ParameterSetVersions;
import org.keyway.profile.life.SetComment;
import org.keyway.profile.life.SetQuery;
import org.keyway.profile.life.VersionRecord;

/** The versions of sets in the database, and the transactions that change them, one after another. */
public final class SetLedger implements ParameterSetVersions {
    private final Database database;
    private final ChangeNotices notices;
    private final WorkshopJson json = new WorkshopJson();

    @Inject
    SetLedger(Database database, ChangeNotices notices) {
        this.database = database;
        this.notices = notices;
    }

    /** Runs work that has all versions alone, on this database, until it is done. */
    public <T> T change(Function<SetTransaction, T> work) {
        return database.jdbi().inTransaction(handle -> {
            ChangeLog log = ChangeLog.open(handle, json, notices);
            T result = work.apply(new SetTransaction(handle, json, log));
            log.close();
            return result;
        });
    }

    @Override
    public Optional<VersionRecord> find(SetVersion version) {
        return database.jdbi().withHandle(handle -> SetRows.find(handle, json, version));
    }

    @Override
    public List<VersionRecord> versions(String set) {
        return database.jdbi().withHandle(handle -> SetRows.versions(handle, json, set));
    }

    @Override
    public List<VersionRecord> newest(String after, int limit) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(VersionRow.SELECT + """
            WHERE p.id > ? AND p.version = (
                            SELECT MAX(q.version) FROM parameter_set q WHERE q.id = p.id AND q.state <> 'DISCARDED')
                        ORDER BY p.id FETCH FIRST ? ROWS ONLY""")
                        .bind(0, after)
                        .bind(1, limit)
                        .map((row, context) -> VersionRow.read(row, json))
                        .list());
    }

    @Override
    public List<VersionRecord> in(LifeState state, String after, int limit) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(VersionRow.SELECT + """
            WHERE p.state = ? AND p.id > ?
                        ORDER BY p.id, p.version FETCH FIRST ? ROWS ONLY""")
                        .bind(0, state.name())
                        .bind(1, after)
                        .bind(2, limit)
                        .map((row, context) -> VersionRow.read(row, json))
                        .list());
    }

    @Override
    public long count(LifeState state) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM parameter_set WHERE state = ?")
                        .bind(0, state.name())
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public List<SetComment> comments(SetVersion version) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT at, author, text FROM set_comment WHERE id = ? AND version = ? ORDER BY seq""")
                        .bind(0, version.set())
                        .bind(1, version.version())
                        .map((row, context) -> new SetComment(
                                VersionRow.instant(row, "at").orElseThrow(),
                                row.getString("author"),
                                row.getString("text")))
                        .list());
    }

    @Override
    public List<VersionRecord> search(SetQuery query) {
        return database.jdbi().withHandle(handle -> SetSearch.find(handle, json, query));
    }

    @Override
    public List<String> naming(ScopeKey key, String name, int limit) {
        return database.jdbi().withHandle(handle -> SetSearch.naming(handle, json, key.word(), name, limit));
    }
}
