package org.keyway.identifier;

import java.util.List;
import java.util.Optional;

/** What the resolvers know of a reading. */
public sealed interface Resolution {
    /**
     * The product is known.
     *
     * @param warnings what to tell of the way it was found, such as the age of an answer
     */
    record Resolved(ProductIdentity identity, List<Issue> warnings) implements Resolution {
        public Resolved {
            warnings = List.copyOf(warnings);
        }

        /** Known without anything to tell of it. */
        public Resolved(ProductIdentity identity) {
            this(identity, List.of());
        }
    }

    /**
     * No resolver knows the key.
     *
     * @param doubt a likelier cause than a product that nobody registered, and then the one to tell: the label may not
     *     have been read as what it is, or who might know the key can't be asked now
     */
    record Unknown(String key, Optional<Issue> doubt) implements Resolution {}
}
