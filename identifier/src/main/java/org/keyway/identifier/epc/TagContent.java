package org.keyway.identifier.epc;

/** What the bits of a tag say. */
sealed interface TagContent {
    /** An identity, and the URI that also says how the tag holds it. */
    record Held(EpcIdentity identity, String uri) implements TagContent {}

    /**
     * No identity.
     *
     * @param field the first that is wrong
     */
    record Broken(TagCoding coding, String field) implements TagContent {}
}
