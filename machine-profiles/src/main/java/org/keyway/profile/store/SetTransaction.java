package org.keyway.profile.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.SetVersion;
import org.keyway.profile.audit.AuditEntry;
import org.keyway.profile.audit.ChangeAction;
import org.keyway.profile.life.VersionRecord;

/** The versions of sets within one transaction that has them alone; each change goes into the audit with it. */
public final class SetTransaction {
    private final Handle handle;
    private final WorkshopJson json;
    private final ChangeLog log;

    SetTransaction(Handle handle, WorkshopJson json, ChangeLog log) {
        this.handle = handle;
        this.json = json;
        this.log = log;
    }

    /** The version, if there is one. */
    public Optional<VersionRecord> find(SetVersion version) {
        return SetRows.find(handle, json, version);
    }

    /** All versions of a set, the newest first. */
    public List<VersionRecord> versions(String set) {
        return SetRows.versions(handle, json, set);
    }

    /** The scheduled versions whose time has come. */
    public List<VersionRecord> due(Instant now) {
        return handle.createQuery(VersionRow.SELECT + """
            WHERE p.state = 'SCHEDULED' AND p.release_at <= ? ORDER BY p.release_at, p.id""")
                .bind(0, VersionRow.at(now))
                .map((row, context) -> VersionRow.read(row, json))
                .list();
    }

    /** Who has edited a version, small letters. */
    public Set<String> editors(VersionRecord version) {
        Set<String> editors = new HashSet<>();
        editors.add(version.created().by());
        handle.createQuery("""
                SELECT body FROM change_log
                WHERE kind = 'ParameterSet' AND id = ? AND version = ? ORDER BY seq""")
                .bind(0, version.set().id())
                .bind(1, version.version())
                .mapTo(String.class)
                .map(body -> json.read(body, AuditEntry.class))
                .filter(entry -> entry.action() == ChangeAction.EDITED || entry.action() == ChangeAction.IMPORTED)
                .forEach(entry -> editors.add(entry.by()));
        return editors;
    }

    /** Keeps a new version. */
    public void insert(VersionRecord version, ChangeAction action) {
        String document = json.write(version.set());
        VersionRow.bind(handle.createUpdate(SetRows.INSERT), version, document).execute();
        Optional<String> basis = version.basedOn()
                .flatMap(number -> find(new SetVersion(version.set().id(), number)))
                .map(older -> log.keep(json.write(older.set())));
        log.add(entry(version, action, basis, log.keep(document)));
    }

    /** Keeps the next revision of a version. */
    public void update(VersionRecord before, VersionRecord after, ChangeAction action) {
        String document = json.write(after.set());
        VersionRow.bind(handle.createUpdate(SetRows.UPDATE), after, document).execute();
        String hash = log.keep(document);
        String hashBefore = before.set().equals(after.set()) ? hash : log.keep(json.write(before.set()));
        log.add(entry(after, action, Optional.of(hashBefore), hash));
    }

    /** Keeps what somebody says of a version. */
    public void comment(SetVersion version, String author, String text, Instant at) {
        handle.execute(
                "INSERT INTO set_comment (id, version, at, author, text) VALUES (?, ?, ?, ?, ?)",
                version.set(),
                version.version(),
                VersionRow.at(at),
                author,
                text);
    }

    static AuditEntry entry(VersionRecord now, ChangeAction action, Optional<String> before, String after) {
        ParameterSet set = now.set();
        return new AuditEntry(
                now.changed().at(),
                now.changed().by(),
                now.reason(),
                AuditEntry.SET,
                set.id(),
                now.version(),
                action,
                before,
                Optional.of(after),
                set.scope().product(),
                set.scope().machine(),
                true);
    }
}
