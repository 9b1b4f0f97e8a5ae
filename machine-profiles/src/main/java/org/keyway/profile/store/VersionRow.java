package org.keyway.profile.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ReleasedSet.Canary;
import org.keyway.profile.life.LifeState;
import org.keyway.profile.life.Signature;
import org.keyway.profile.life.VersionRecord;

/** A version as a row of the table. */
final class VersionRow {
    /** To be followed by a condition. */
    static final String SELECT = """
            SELECT p.id, p.version, p.revision, p.state, p.imported, p.based_on, p.document, p.author, p.created_at,
                p.changed_by, p.changed_at, p.reason, p.submitted_by, p.submitted_at, p.released_by, p.released_at,
                p.release_at, p.retired_by, p.retired_at, p.trial_machine, p.trial_parts
            FROM parameter_set p
            """;

    private VersionRow() {}

    static VersionRecord read(ResultSet row, WorkshopJson json) throws SQLException {
        return new VersionRecord(
                json.read(row.getString("document"), ParameterSet.class),
                row.getInt("version"),
                row.getInt("revision"),
                LifeState.valueOf(row.getString("state")),
                row.getBoolean("imported"),
                Optional.ofNullable(row.getObject("based_on", Integer.class)),
                signature(row, "author", "created_at").orElseThrow(),
                signature(row, "changed_by", "changed_at").orElseThrow(),
                row.getString("reason"),
                signature(row, "submitted_by", "submitted_at"),
                signature(row, "released_by", "released_at"),
                instant(row, "release_at"),
                signature(row, "retired_by", "retired_at"),
                canary(row));
    }

    static Optional<Canary> canary(ResultSet row) throws SQLException {
        String machine = row.getString("trial_machine");
        return machine == null ? Optional.empty() : Optional.of(new Canary(machine, row.getInt("trial_parts")));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Optional<Signature> signature(ResultSet row, String by, String at) throws SQLException {
        String name = row.getString(by);
        return name == null ? Optional.empty() : instant(row, at).map(time -> new Signature(name, time));
    }

    /** Binds every column but id and version by its name. */
    static <S extends SqlStatement<S>> S bind(S statement, VersionRecord version, String document) {
        return statement
                .bind("id", version.set().id())
                .bind("version", version.version())
                .bind("revision", version.revision())
                .bind("state", version.state().name())
                .bind("imported", version.imported())
                .bind("based_on", version.basedOn())
                .bind("document", document)
                .bind("author", version.created().by())
                .bind("created_at", at(version.created().at()))
                .bind("changed_by", version.changed().by())
                .bind("changed_at", at(version.changed().at()))
                .bind("reason", version.reason())
                .bind("submitted_by", by(version.submitted()))
                .bind("submitted_at", at(version.submitted().map(Signature::at)))
                .bind("released_by", by(version.released()))
                .bind("released_at", at(version.released().map(Signature::at)))
                .bind("release_at", at(version.releaseAt()))
                .bind("retired_by", by(version.retired()))
                .bind("retired_at", at(version.retired().map(Signature::at)))
                .bind("trial_machine", version.trial().map(Canary::machine).orElse(null))
                .bind("trial_parts", version.trial().map(Canary::parts).orElse(null));
    }

    private static @Nullable String by(Optional<Signature> signature) {
        return signature.map(Signature::by).orElse(null);
    }

    private static @Nullable OffsetDateTime at(Optional<Instant> time) {
        return time.map(VersionRow::at).orElse(null);
    }

    static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
