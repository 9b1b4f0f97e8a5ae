package org.keyway.profile.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.keyway.profile.SetVersion;
import org.keyway.profile.life.VersionRecord;

/** The statements on the table of sets that several need. */
final class SetRows {
    static final String INSERT = """
            INSERT INTO parameter_set (id, version, revision, state, imported, based_on, document, author, created_at,
                changed_by, changed_at, reason, submitted_by, submitted_at, released_by, released_at, release_at,
                retired_by, retired_at, trial_machine, trial_parts)
            VALUES (:id, :version, :revision, :state, :imported, :based_on, :document, :author, :created_at,
                :changed_by, :changed_at, :reason, :submitted_by, :submitted_at, :released_by, :released_at, :release_at,
                :retired_by, :retired_at, :trial_machine, :trial_parts)""";

    static final String UPDATE = """
            UPDATE parameter_set SET revision = :revision, state = :state, imported = :imported, based_on = :based_on,
                document = :document, author = :author, created_at = :created_at, changed_by = :changed_by,
                changed_at = :changed_at, reason = :reason, submitted_by = :submitted_by, submitted_at = :submitted_at,
                released_by = :released_by, released_at = :released_at, release_at = :release_at,
                retired_by = :retired_by, retired_at = :retired_at, trial_machine = :trial_machine,
                trial_parts = :trial_parts
            WHERE id = :id AND version = :version""";

    private SetRows() {}

    static Optional<VersionRecord> find(Handle handle, WorkshopJson json, SetVersion version) {
        return handle.createQuery(VersionRow.SELECT + "WHERE p.id = ? AND p.version = ?")
                .bind(0, version.set())
                .bind(1, version.version())
                .map((row, context) -> VersionRow.read(row, json))
                .findOne();
    }

    static List<VersionRecord> versions(Handle handle, WorkshopJson json, String set) {
        return handle.createQuery(VersionRow.SELECT + "WHERE p.id = ? ORDER BY p.version DESC")
                .bind(0, set)
                .map((row, context) -> VersionRow.read(row, json))
                .list();
    }
}
