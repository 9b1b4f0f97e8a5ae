package org.keyway.profile.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ReleasedSet;

/** Versions as the matcher knows them: one gives way when the time of the next has come. */
final class ReleasedRows {
    static final String SELECT = """
            SELECT document, id, version, state, release_at, trial_machine, trial_parts FROM parameter_set
            WHERE state IN ('RELEASED', 'SCHEDULED', 'ON_TRIAL')""";

    private final WorkshopJson json;
    private final Map<String, Instant> successions = new HashMap<>();

    private ReleasedRows(WorkshopJson json, Query scheduled) {
        this.json = json;
        scheduled
                .map((row, context) -> Map.entry(
                        row.getString("id"),
                        VersionRow.instant(row, "release_at").orElseThrow()))
                .forEach(next -> successions.put(next.getKey(), next.getValue()));
    }

    static ReleasedRows all(Handle handle, WorkshopJson json) {
        return new ReleasedRows(
                json, handle.createQuery("SELECT id, release_at FROM parameter_set WHERE state = 'SCHEDULED'"));
    }

    static ReleasedRows of(Handle handle, WorkshopJson json, List<String> ids) {
        return new ReleasedRows(json, handle.createQuery("""
                        SELECT id, release_at FROM parameter_set WHERE state = 'SCHEDULED' AND id IN (<ids>)""").bindList("ids", ids));
    }

    ReleasedSet read(ResultSet row) throws SQLException {
        ParameterSet set = json.read(row.getString("document"), ParameterSet.class);
        int version = row.getInt("version");
        return switch (row.getString("state")) {
            case "SCHEDULED" ->
                new ReleasedSet(
                        set, version, VersionRow.instant(row, "release_at"), Optional.empty(), Optional.empty());
            case "ON_TRIAL" ->
                new ReleasedSet(set, version, Optional.empty(), Optional.empty(), VersionRow.canary(row));
            default ->
                new ReleasedSet(
                        set,
                        version,
                        Optional.empty(),
                        Optional.ofNullable(successions.get(set.id())),
                        Optional.empty());
        };
    }
}
