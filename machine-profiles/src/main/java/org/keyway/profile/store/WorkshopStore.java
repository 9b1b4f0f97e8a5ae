package org.keyway.profile.store;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.keyway.profile.ImportTerms;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.ReleasedSets;
import org.keyway.profile.Station;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.life.Signature;
import org.keyway.profile.life.VersionRecord;

/** The workshop in the database. */
public final class WorkshopStore implements ReleasedSets {
    private static final int FETCHED = 1000;

    private final Database database;
    private final Clock clock;
    private final ChangeNotices notices;
    private final WorkshopJson json = new WorkshopJson();

    @Inject
    WorkshopStore(Database database, Clock clock, ChangeNotices notices) {
        this.database = database;
        this.clock = clock;
        this.notices = notices;
    }

    /** Everything, with the newest version of each set. */
    public WorkshopContent content() {
        return database.jdbi().inTransaction(handle -> content(handle, newestSets(handle)));
    }

    /** Everything but sets. */
    public WorkshopContent things() {
        return database.jdbi().inTransaction(handle -> content(handle, List.of()));
    }

    private WorkshopContent content(Handle handle, List<ParameterSet> sets) {
        return new WorkshopContent(
                items(handle, ProductFamily.class),
                items(handle, Product.class),
                items(handle, MachineProfile.class),
                items(handle, Station.class),
                items(handle, Machine.class),
                sets);
    }

    /** The newest version of each of these sets that there is. */
    public List<ParameterSet> newest(Collection<String> ids) {
        return inPortions(
                ids,
                (handle, portion) -> handle.createQuery("""
                SELECT document FROM parameter_set p
                WHERE id IN (<ids>) AND version = (
                    SELECT MAX(version) FROM parameter_set q WHERE q.id = p.id AND q.state <> 'DISCARDED')
                ORDER BY id""")
                        .bindList("ids", portion)
                        .mapTo(String.class)
                        .map(document -> json.read(document, ParameterSet.class))
                        .list());
    }

    private <T> List<T> inPortions(Collection<String> ids, BiFunction<Handle, List<String>, List<T>> query) {
        List<String> all = List.copyOf(ids);
        List<T> found = new ArrayList<>();
        database.jdbi().useHandle(handle -> {
            Portions.of(all).forEach(portion -> found.addAll(query.apply(handle, portion)));
        });
        return found;
    }

    private <T> List<T> items(Handle handle, Class<T> type) {
        return handle.createQuery("SELECT document FROM workshop_item WHERE kind = ? ORDER BY id")
                .bind(0, type.getSimpleName())
                .mapTo(String.class)
                .map(document -> json.read(document, type))
                .list();
    }

    private List<ParameterSet> newestSets(Handle handle) {
        return handle.createQuery("""
                SELECT document FROM parameter_set p
                WHERE version = (
                    SELECT MAX(version) FROM parameter_set q WHERE q.id = p.id AND q.state <> 'DISCARDED')
                ORDER BY id""")
                .mapTo(String.class)
                .map(document -> json.read(document, ParameterSet.class))
                .list();
    }

    @Override
    public int count() {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                        SELECT COUNT(*) FROM parameter_set WHERE state IN ('RELEASED', 'SCHEDULED', 'ON_TRIAL')""").mapTo(Integer.class).one());
    }

    @Override
    public void each(Consumer<ReleasedSet> consumer) {
        database.jdbi().useTransaction(handle -> {
            ReleasedRows rows = ReleasedRows.all(handle, json);
            handle.createQuery(ReleasedRows.SELECT + " ORDER BY id")
                    .setFetchSize(FETCHED)
                    .map((row, context) -> rows.read(row))
                    .forEach(consumer);
        });
    }

    /** What the matcher must know of these sets: versions that are released, scheduled or on trial. */
    public List<ReleasedSet> released(Collection<String> ids) {
        return inPortions(ids, (handle, portion) -> {
            ReleasedRows rows = ReleasedRows.of(handle, json, portion);
            return handle.createQuery(ReleasedRows.SELECT + " AND id IN (<ids>) ORDER BY id")
                    .bindList("ids", portion)
                    .map((row, context) -> rows.read(row))
                    .list();
        });
    }

    /** What came of keeping something. */
    public sealed interface Saved {
        /**
         * Everything is in the database, and in the audit.
         *
         * @param sets those that have another version now
         */
        record Kept(List<String> sets) implements Saved {}

        /** Nothing was changed: people have these versions open. */
        record InTheWay(List<VersionRecord> open) implements Saved {}
    }

    /** Keeps what changed, all or nothing; sets go through their life. */
    public Saved save(WorkshopContent changes, ImportTerms terms) {
        return database.jdbi().inTransaction(handle -> {
            ChangeLog log = ChangeLog.open(handle, json, notices);
            Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            SetImport sets = new SetImport(handle, json, log, terms, at);
            ItemRows items = new ItemRows(handle, json, log, terms, at);
            items.save(changes.families(), ProductFamily::id);
            items.save(changes.products(), Product::id);
            items.save(changes.profiles(), MachineProfile::id);
            items.save(changes.stations(), Station::id);
            items.save(changes.machines(), Machine::id);
            sets.take(changes.sets());
            if (!sets.inTheWay().isEmpty()) {
                handle.rollback();
                return new Saved.InTheWay(sets.inTheWay());
            }
            log.close();
            return new Saved.Kept(sets.taken());
        });
    }

    /** Takes a thing other than a set out; nothing happens where there is none. */
    public void remove(String kind, String id, ImportTerms terms) {
        database.jdbi().useTransaction(handle -> {
            ChangeLog log = ChangeLog.open(handle, json, notices);
            new ItemRows(handle, json, log, terms, clock.instant().truncatedTo(ChronoUnit.MILLIS)).remove(kind, id);
            log.close();
        });
    }

    /** Who changed a thing other than a set, and when; empty where there is none. */
    public Optional<Signature> lastChange(String kind, String id) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT changed_by, changed_at FROM workshop_item WHERE kind = ? AND id = ?""")
                        .bind(0, kind)
                        .bind(1, id)
                        .map((row, context) -> new Signature(
                                row.getString("changed_by"),
                                VersionRow.instant(row, "changed_at").orElseThrow()))
                        .findOne());
    }
}
