package org.keyway.profile.edit;

import java.util.Map;
import java.util.Optional;
import org.keyway.profile.life.Change;

/** Changes the things of the workshop one at a time, each change all or nothing. */
public interface WorkshopEditor {
    /** A thing with its document and tag. */
    Optional<StoredThing> find(ThingKind kind, String id);

    /**
     * Makes a thing, or gives it another content.
     *
     * @param document in the keys of workshop files, with the kind and the id
     * @param seen the tag of the content that the change is made upon; empty when the thing is meant to be new
     * @param confirmed whether it is meant that parts get other values by it, or none
     */
    EditOutcome put(
            ThingKind kind,
            String id,
            Map<String, Object> document,
            Optional<String> seen,
            Change change,
            boolean confirmed);

    /**
     * Takes a thing out of the workshop; refused while others refer to it.
     *
     * @param seen the tag of the content that it is taken out with
     */
    EditOutcome remove(ThingKind kind, String id, String seen, Change change);
}
