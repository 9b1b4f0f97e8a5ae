package org.keyway.profile.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * A change.
 *
 * @param at to the millisecond
 * @param kind as workshop files name it, such as {@code ParameterSet}, {@code Product}
 * @param version of a set; 0 for other things
 * @param before the SHA-256 of the document before the change, 64 hexadecimal digits; of a new version of a set, of the
 *     version that it was made from; empty when the thing is new
 * @param after the same of the document after it; empty when the thing is gone
 * @param product that a set's scope names
 * @param machine that a set's scope names
 * @param kept whether the documents of both hashes were kept with it, as is done since 2026-11-26
 */
public record AuditEntry(
        Instant at,
        String by,
        String reason,
        String kind,
        String id,
        int version,
        ChangeAction action,
        Optional<String> before,
        Optional<String> after,
        Optional<String> product,
        Optional<String> machine,
        boolean kept) {
    /** The kind of sets. */
    public static final String SET = "ParameterSet";
}
