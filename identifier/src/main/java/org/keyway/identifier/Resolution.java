package org.keyway.identifier;

/** What the resolvers know of a reading. */
public sealed interface Resolution {
    /** The product is known. */
    record Resolved(ProductIdentity identity) implements Resolution {}

    /** No resolver knows the key. */
    record Unknown(String key) implements Resolution {}
}
