package org.keyway.opcua.handover.store;

import jakarta.inject.Inject;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.keyway.opcua.handover.HandoverStore;
import org.keyway.profile.store.Database;

/** The table {@code handover}. */
public final class JdbiHandoverStore implements HandoverStore {
    private final Database database;

    @Inject
    public JdbiHandoverStore(Database database) {
        this.database = database;
    }

    @Override
    public Kept begin(String machine) {
        return database.jdbi().inTransaction(handle -> {
            int known = handle.createUpdate("UPDATE handover SET epoch = epoch + 1 WHERE machine = ?")
                    .bind(0, machine)
                    .execute();
            if (known == 0) {
                handle.createUpdate("INSERT INTO handover (machine, epoch, next_seq) VALUES (?, 1, 1)")
                        .bind(0, machine)
                        .execute();
            }
            return kept(handle, machine);
        });
    }

    private static Kept kept(Handle handle, String machine) {
        return handle.createQuery("SELECT epoch, document FROM handover WHERE machine = ?")
                .bind(0, machine)
                .map((row, context) -> new Kept(row.getLong("epoch"), Optional.ofNullable(row.getString("document"))))
                .one();
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
