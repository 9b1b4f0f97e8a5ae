package org.keyway.profile;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.keyway.profile.matching.CurrentWorkshop;
import org.keyway.profile.store.WorkshopStore;

/**
 * Puts in force what the database says. Reading and putting in force are one turn, so that what was read earlier never takes
 * the place of what was read later; matches don't wait for it.
 */
@Singleton
public final class WorkshopRefresh {
    private final WorkshopStore store;
    private final CurrentWorkshop current;

    @Inject
    WorkshopRefresh(WorkshopStore store, CurrentWorkshop current) {
        this.store = store;
        this.current = current;
    }

    /** All of it anew. */
    public void everything() {
        synchronized (current) {
            current.replace(store.things(), store);
        }
    }

    /** The released versions of these sets; the rest stays. */
    public void sets(Collection<String> ids) {
        synchronized (current) {
            if (!ids.isEmpty()) {
                current.release(ids, store.released(ids));
            }
            rebuildIfItPays();
        }
    }

    /** Everything but sets, and the released versions of these. */
    public void thingsAndSets(Collection<String> ids) {
        synchronized (current) {
            current.change(store.things(), ids, store.released(ids));
            rebuildIfItPays();
        }
    }

    private void rebuildIfItPays() {
        if (current.wantsReplacing()) {
            everything();
        }
    }
}
