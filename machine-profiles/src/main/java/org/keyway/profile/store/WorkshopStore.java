package org.keyway.profile.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.ReleasedSets;
import org.keyway.profile.Station;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.store.ChangeNotices.Kind;

/** The workshop in the database. */
public final class WorkshopStore implements ReleasedSets {
    private static final int PORTION = 1000;

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
                WHERE id IN (<ids>) AND version = (SELECT MAX(version) FROM parameter_set q WHERE q.id = p.id)
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
            for (int from = 0; from < all.size(); from += PORTION) {
                found.addAll(query.apply(handle, all.subList(from, Math.min(all.size(), from + PORTION))));
            }
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
                WHERE version = (SELECT MAX(version) FROM parameter_set q WHERE q.id = p.id)
                ORDER BY id""")
                .mapTo(String.class)
                .map(document -> json.read(document, ParameterSet.class))
                .list();
    }

    @Override
    public int count() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM parameter_set WHERE state = 'RELEASED'")
                        .mapTo(Integer.class)
                        .one());
    }

    @Override
    public void each(Consumer<ReleasedSet> consumer) {
        database.jdbi()
                .useTransaction(handle -> handle.createQuery("""
                        SELECT document, version FROM parameter_set
                        WHERE state = 'RELEASED' ORDER BY id""")
                        .setFetchSize(PORTION)
                        .map((row, context) -> released(row))
                        .forEach(consumer));
    }

    /** The released versions of these sets. */
    public List<ReleasedSet> released(Collection<String> ids) {
        return inPortions(
                ids,
                (handle, portion) -> handle.createQuery("""
                SELECT document, version FROM parameter_set
                WHERE state = 'RELEASED' AND id IN (<ids>) ORDER BY id""")
                        .bindList("ids", portion)
                        .map((row, context) -> released(row))
                        .list());
    }

    private ReleasedSet released(ResultSet row) throws SQLException {
        return new ReleasedSet(json.read(row.getString("document"), ParameterSet.class), row.getInt("version"));
    }

    /**
     * Keeps what changed, all or nothing; each set as a new version.
     *
     * @param release whether the new versions take the place of the released ones, or stay drafts
     */
    public void save(WorkshopContent changes, boolean release, String author) {
        database.jdbi().useTransaction(handle -> {
            saveItems(handle, changes.families(), ProductFamily::id, author);
            saveItems(handle, changes.products(), Product::id, author);
            saveItems(handle, changes.profiles(), MachineProfile::id, author);
            saveItems(handle, changes.stations(), Station::id, author);
            saveItems(handle, changes.machines(), Machine::id, author);
            saveSets(handle, changes.sets(), author);
            if (release) {
                releaseNewest(handle);
            }
            note(handle, changes, release);
        });
    }

    private void note(Handle handle, WorkshopContent changes, boolean release) {
        List<String> things = new ArrayList<>();
        changes.families().forEach(family -> things.add(family.id()));
        changes.products().forEach(product -> things.add(product.id()));
        changes.profiles().forEach(profile -> things.add(profile.id()));
        changes.stations().forEach(station -> things.add(station.id()));
        changes.machines().forEach(machine -> things.add(machine.id()));
        notices.note(handle, Kind.THINGS, things);
        if (release) {
            notices.note(
                    handle,
                    Kind.SETS,
                    changes.sets().stream().map(ParameterSet::id).toList());
        }
    }

    private <T> void saveItems(Handle handle, List<T> items, Function<T, String> id, String author) {
        if (items.isEmpty()) {
            return;
        }
        String kind = items.get(0).getClass().getSimpleName();
        PreparedBatch delete = handle.prepareBatch("DELETE FROM workshop_item WHERE kind = ? AND id = ?");
        PreparedBatch insert = handle.prepareBatch("""
                INSERT INTO workshop_item (kind, id, document, changed_at, changed_by) VALUES (?, ?, ?, ?, ?)""");
        for (T item : items) {
            delete.add(kind, id.apply(item));
            insert.add(kind, id.apply(item), json.write(item), OffsetDateTime.now(clock), author);
        }
        delete.execute();
        insert.execute();
    }

    private void saveSets(Handle handle, List<ParameterSet> sets, String author) {
        if (sets.isEmpty()) {
            return;
        }
        var newest = handle.createQuery("SELECT id, MAX(version) AS version FROM parameter_set GROUP BY id")
                .map((row, context) -> new Version(row.getString("id"), row.getInt("version")))
                .collect(Collectors.toMap(Version::id, Version::version));
        PreparedBatch insert = handle.prepareBatch("""
                INSERT INTO parameter_set (id, version, state, document, created_at, author)
                VALUES (?, ?, 'DRAFT', ?, ?, ?)""");
        for (ParameterSet set : sets) {
            int version = newest.getOrDefault(set.id(), 0) + 1;
            insert.add(set.id(), version, json.write(set), OffsetDateTime.now(clock), author);
        }
        insert.execute();
    }

    private record Version(String id, int version) {}

    private static void releaseNewest(Handle handle) {
        handle.execute("""
                UPDATE parameter_set SET state = 'RETIRED'
                WHERE state = 'RELEASED' AND EXISTS (
                    SELECT 1 FROM parameter_set newer
                    WHERE newer.id = parameter_set.id AND newer.version > parameter_set.version
                      AND newer.state = 'DRAFT')""");
        handle.execute("""
                UPDATE parameter_set SET state = 'RELEASED'
                WHERE state = 'DRAFT' AND version = (
                    SELECT MAX(version) FROM parameter_set newest WHERE newest.id = parameter_set.id)""");
    }
}
