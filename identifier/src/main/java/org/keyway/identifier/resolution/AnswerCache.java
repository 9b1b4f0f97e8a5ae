package org.keyway.identifier.resolution;

import java.time.Instant;
import java.util.Optional;
import org.keyway.identifier.Trust;

/** Keeps what services answered, so that an outage does not stop a line. */
public interface AnswerCache {
    /** The longest key that is kept; in UTF-16 characters. */
    int LONGEST_KEY = 300;

    /** What the source last answered about the key, however old it is. */
    Optional<CachedAnswer> find(String source, String key);

    /**
     * Keeps an answer in the place of an earlier one to the same question; not where the key is too long.
     *
     * @param most how many answers are kept; beyond them the oldest go, at once or with later ones
     */
    void keep(CachedAnswer answer, int most);

    /** Drops what the source answered about the key. */
    void forget(String source, String key);

    /**
     * An answer with its times.
     *
     * @param source its name with a mark that changes with its configuration
     * @param key in its canonical form, without anything that a label adds
     * @param trust that it had when it was fresh
     */
    record CachedAnswer(
            String source, String key, IdentityAnswer answer, Trust trust, Instant fetchedAt, Instant expiresAt) {}
}
