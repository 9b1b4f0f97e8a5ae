package org.keyway.profile.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.function.Supplier;
import org.keyway.profile.matching.CurrentWorkshop;
import org.keyway.profile.store.WorkshopStore;

/**
 * Puts what the store holds in force. Changes of this process come in turn, each with its publication, so that checks against
 * what is in force see every release before them, and an older state never takes the place of a newer.
 */
@Singleton
public final class Publication {
    private final WorkshopStore store;
    private final CurrentWorkshop current;

    @Inject
    Publication(WorkshopStore store, CurrentWorkshop current) {
        this.store = store;
        this.current = current;
    }

    /** Runs a change when no other is under way. */
    public synchronized <T> T inTurn(Supplier<T> change) {
        return change.get();
    }

    /** Puts everything in force anew. */
    public synchronized void all() {
        current.replace(store.things(), store);
    }

    /** Puts everything but sets in force anew, and of these sets what is released now. */
    public synchronized void thingsAnd(Collection<String> sets) {
        current.change(store.things(), sets, store.released(sets));
        keepSmall();
    }

    /** Puts in force what is released now of these sets. */
    public synchronized void sets(Collection<String> sets) {
        if (!sets.isEmpty()) {
            current.release(sets, store.released(sets));
        }
        keepSmall();
    }

    private void keepSmall() {
        if (current.wantsReplacing()) {
            all();
        }
    }
}
