package org.keyway.identifier;

import java.time.Instant;
import java.util.Optional;

/**
 * Where it is known from which product a label names.
 *
 * @param source the name of the service that was asked; empty for the local registry
 * @param asOf when it was asked; empty for the local registry
 */
public record Provenance(Trust trust, Optional<String> source, Optional<Instant> asOf) {
    /** The local registry. */
    public static final Provenance LOCAL = new Provenance(Trust.LOCAL_APPROVED, Optional.empty(), Optional.empty());

    /** A service's answer of that time. */
    public static Provenance of(Trust trust, String source, Instant asOf) {
        return new Provenance(trust, Optional.of(source), Optional.of(asOf));
    }
}
