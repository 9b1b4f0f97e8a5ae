package org.keyway.identifier;

import java.util.Optional;

/** What the resolvers know of a reading. */
public sealed interface Resolution {
    /** The product is known. */
    record Resolved(ProductIdentity identity) implements Resolution {}

    /**
     * No resolver knows the key.
     *
     * @param doubt why the label may not have been read as what it is; then that is the likelier cause, and the one to tell
     */
    record Unknown(String key, Optional<Issue> doubt) implements Resolution {}
}
