package org.keyway.profile.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What the nodes on one database tell each other of changes; on a database for one process alone, nothing. */
@Singleton
public final class ChangeNotices {
    /** More ids than this are not listed: then everything of the kind counts as changed. */
    static final int MOST_IDS = 1000;

    /** A node that is further behind than this reads everything anew instead. */
    private static final int FARTHEST_BEHIND = 1000;

    private final Database database;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();
    private final WorkshopJson json = new WorkshopJson();

    @Inject
    ChangeNotices(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What has changed. */
    public enum Kind {
        /** Families, products, machine profiles, stations, machines. */
        THINGS,
        /** Which versions of parameter sets are in force. */
        SETS,
        /** Scanner profiles; the ids are those of stations. */
        SCANNERS,
        /** Accepted label patterns; the ids are their names. */
        PATTERNS,
        /** Job orders; the ids are those of their machines. */
        ORDERS
    }

    /**
     * A change on another node.
     *
     * @param ids of what has changed; nobody knows which where there are none
     */
    public record Change(Kind kind, List<String> ids) {
        public Change {
            ids = List.copyOf(ids);
        }
    }

    /**
     * What happened after a notice.
     *
     * @param reached the number of the last notice
     * @param gapless whether these are all changes of others in between; else anything may have changed
     * @param changes in the order in which they came into force
     */
    public record News(long reached, boolean gapless, List<Change> changes) {
        public News {
            changes = List.copyOf(changes);
        }
    }

    private record Notice(long seq, Kind kind, List<String> ids, String node) {
        Change change() {
            return new Change(kind, ids);
        }
    }

    /** Whether there may be other nodes. */
    public boolean isShared() {
        return database.dialect().isShared();
    }

    /**
     * Tells the other nodes, as soon as the transaction is committed. Transactions that tell something are committed one after
     * another, so this should be the last that a transaction does.
     */
    public void note(Handle transaction, Kind kind, Collection<String> ids) {
        if (ids.isEmpty() || !isShared()) {
            return;
        }
        transaction.execute("UPDATE change_turn SET reached = reached + 1 WHERE id = 1");
        transaction.execute(
                "INSERT INTO change_notice (seq, kind, ids, node, at) VALUES (?, ?, ?, ?, ?)",
                reached(transaction),
                kind.name(),
                json.write(ids.size() > MOST_IDS ? List.of() : ids),
                node,
                OffsetDateTime.now(clock));
        database.dialect().announcement().ifPresent(transaction::execute);
    }

    /** The number of the last notice; what is read from now on is at least as new. */
    public long reached() {
        return database.jdbi().withHandle(ChangeNotices::reached);
    }

    private static long reached(Handle handle) {
        return handle.createQuery("SELECT reached FROM change_turn WHERE id = 1")
                .mapTo(Long.class)
                .one();
    }

    /** What other nodes have changed after the notice with this number. */
    public News since(long seq) {
        return database.jdbi().inTransaction(handle -> since(handle, seq));
    }

    private News since(Handle handle, long seq) {
        long reached = reached(handle);
        if (reached < seq || reached - seq > FARTHEST_BEHIND) {
            return new News(reached, false, List.of());
        }
        if (reached == seq) {
            return new News(reached, true, List.of());
        }
        List<Notice> notices = handle.createQuery("""
                SELECT seq, kind, ids, node FROM change_notice WHERE seq > ? AND seq <= ? ORDER BY seq""")
                .bind(0, seq)
                .bind(1, reached)
                .map((row, context) -> notice(row))
                .list();
        return new News(
                reached,
                notices.size() == reached - seq,
                notices.stream()
                        .filter(notice -> !notice.node().equals(node))
                        .map(Notice::change)
                        .toList());
    }

    private Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong("seq"),
                Kind.valueOf(row.getString("kind")),
                List.of(json.read(row.getString("ids"), String[].class)),
                row.getString("node"));
    }

    /** Deletes the notices that are older. */
    public void forgetBefore(Instant time) {
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("DELETE FROM change_notice WHERE at < ?", time.atOffset(ZoneOffset.UTC)));
    }

    /** Calls at once when a notice is committed, as well as it can; it can miss some. Started by this. */
    public ChangeListener listen(Runnable wake) {
        ChangeListener listener = new ChangeListener(database, wake);
        listener.start();
        return listener;
    }
}
