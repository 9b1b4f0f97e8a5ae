package org.keyway.profile;

import java.util.Set;
import org.keyway.profile.store.ChangeNotices.Kind;

/** Told of what other nodes on the same database have changed; must not block for long. */
public interface NodeListener {
    /** Of which changes. */
    Kind kind();

    /**
     * These have changed on other nodes, or may have.
     *
     * @param ids empty where nobody knows which: then anything may have changed
     */
    void changedElsewhere(Set<String> ids);
}
