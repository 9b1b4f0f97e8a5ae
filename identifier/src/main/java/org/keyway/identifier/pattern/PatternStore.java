package org.keyway.identifier.pattern;

import java.time.Instant;
import java.util.List;

/** Where accepted patterns survive a restart. A change is durable when its method returns. */
public interface PatternStore {
    /**
     * An accepted pattern.
     *
     * @param version larger than that of any pattern that had the name before
     * @param at when this version was accepted
     */
    record StoredPattern(PatternDefinition definition, long version, Instant at) {}

    /** All that are kept, by name. */
    List<StoredPattern> all();

    /** Keeps a pattern; false, and nothing changed, when one of its name is kept. */
    boolean create(StoredPattern pattern);

    /** Keeps a pattern in place of a version of it; false, and nothing changed, when that version is not the kept one. */
    boolean replace(StoredPattern pattern, long former);

    /** Forgets a version of a pattern; false, and nothing changed, when that version is not the kept one. */
    boolean remove(String name, long version);

    /** Calls the listener whenever another process may have changed what is kept; a store of one process alone never does. */
    default void onForeignChange(Runnable listener) {
        // Nobody else has this store.
    }
}
