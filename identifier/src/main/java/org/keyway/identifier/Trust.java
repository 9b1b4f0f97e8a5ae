package org.keyway.identifier;

/** How far what is known of a part can be relied on, the most trusted first. */
public enum Trust {
    /** The local registry names the product by the label's own key: an engineer of the site said so. */
    LOCAL_APPROVED,
    /** A service named it whose certificate is the one that the site pinned, or a signer whom the site configured vouches for it. */
    SIGNED_REMOTE,
    /** A service that the site allows named it, now or within the time that its answer holds. */
    REMOTE,
    /** A service named it once; it does not answer now, and its answer has expired. */
    CACHED_STALE,
    /** Nobody but the label says so. */
    LABEL_ONLY;

    /** Whether this is at least as much as is demanded. */
    public boolean satisfies(Trust demanded) {
        return compareTo(demanded) <= 0;
    }
}
