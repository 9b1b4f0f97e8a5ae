package org.keyway.opcua.handover.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.keyway.opcua.handover.HandoverStore;
import org.keyway.profile.store.Database;

/**
 * The table {@code handover}. Leases run by the database's clock, which is the same for everybody. Where only one process can
 * have the database open, whoever held a machine before is gone, and its lease is not waited for.
 */
@Singleton
public final class JdbiHandoverStore implements HandoverStore {
    private final Database database;
    private final String holder = UUID.randomUUID().toString();

    @Inject
    public JdbiHandoverStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Kept> begin(String machine) {
        return database.jdbi().inTransaction(handle -> {
            boolean taken = take(handle, machine) || (!isKnown(handle, machine) && add(handle, machine));
            return taken ? Optional.of(kept(handle, machine)) : Optional.empty();
        });
    }

    /**
     * The epoch is at least the time in seconds, so that it also grows where the database itself is one of yesterday: a PLC
     * takes nothing from an epoch that is lower than one it has seen.
     */
    private boolean take(Handle handle, String machine) {
        return handle.createUpdate("""
                        UPDATE handover SET
                            epoch = GREATEST(epoch + 1, CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) AS BIGINT)),
                            holder = :holder,
                            held_until = CURRENT_TIMESTAMP + CAST(:lease AS INTEGER) * INTERVAL '1' SECOND
                        WHERE machine = :machine
                          AND (holder IS NULL OR holder = :holder OR held_until < CURRENT_TIMESTAMP OR :alone)""")
                        .bind("holder", holder)
                        .bind("lease", LEASE.toSeconds())
                        .bind("machine", machine)
                        .bind("alone", !database.dialect().isShared())
                        .execute()
                == 1;
    }

    private static boolean isKnown(Handle handle, String machine) {
        return handle.createQuery("SELECT COUNT(*) FROM handover WHERE machine = ?")
                        .bind(0, machine)
                        .mapTo(Integer.class)
                        .one()
                != 0;
    }

    /** One after another, for another process may be adding it too. */
    private boolean add(Handle handle, String machine) {
        database.dialect().turn().ifPresent(handle::execute);
        if (!isKnown(handle, machine)) {
            handle.createUpdate("INSERT INTO handover (machine, epoch, next_seq) VALUES (?, 0, 1)")
                    .bind(0, machine)
                    .execute();
        }
        return take(handle, machine);
    }

    private static Kept kept(Handle handle, String machine) {
        return handle.createQuery("SELECT epoch, document FROM handover WHERE machine = ?")
                .bind(0, machine)
                .map((row, context) -> new Kept(row.getLong("epoch"), Optional.ofNullable(row.getString("document"))))
                .one();
    }

    @Override
    public Set<String> renew() {
        return database.jdbi().inTransaction(handle -> {
            handle.createUpdate("""
                            UPDATE handover
                            SET held_until = CURRENT_TIMESTAMP + CAST(:lease AS INTEGER) * INTERVAL '1' SECOND
                            WHERE holder = :holder""")
                    .bind("lease", LEASE.toSeconds())
                    .bind("holder", holder)
                    .execute();
            return Set.copyOf(handle.createQuery("SELECT machine FROM handover WHERE holder = ?")
                    .bind(0, holder)
                    .mapTo(String.class)
                    .list());
        });
    }

    @Override
    public void end(String machine, long epoch) {
        database.jdbi()
                .useTransaction(handle ->
                        handle.createUpdate("""
                        UPDATE handover SET holder = NULL, held_until = NULL
                        WHERE machine = ? AND epoch = ?""").bind(0, machine).bind(1, epoch).execute());
    }

    @Override
    public void save(String machine, long epoch, long nextSeq, String document) {
        int ours = database.jdbi()
                .inTransaction(handle -> handle.createUpdate("""
                        UPDATE handover SET next_seq = ?, document = ?
                        WHERE machine = ? AND epoch = ?""")
                        .bind(0, nextSeq)
                        .bind(1, document)
                        .bind(2, machine)
                        .bind(3, epoch)
                        .execute());
        if (ours == 0) {
            throw new IllegalStateException("somebody else serves " + machine + " since epoch " + epoch);
        }
        database.dialect().syncToDisk().ifPresent(sync -> database.jdbi().useHandle(handle -> handle.execute(sync)));
    }
}
