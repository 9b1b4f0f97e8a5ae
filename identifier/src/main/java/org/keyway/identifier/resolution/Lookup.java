package org.keyway.identifier.resolution;

import org.keyway.identifier.Provenance;
import org.keyway.identifier.resolution.source.SourceAnswer;

/** What one source is found to say, by itself or from what it said before. */
sealed interface Lookup {
    /** It knows the identifier. */
    record Known(IdentityAnswer answer, Provenance provenance) implements Lookup {}

    /** It doesn't answer now; this it said before, and that has expired. */
    record Stale(IdentityAnswer answer, Provenance provenance) implements Lookup {}

    record NotKnown() implements Lookup {}

    record Unavailable(SourceAnswer.Failed why) implements Lookup {}
}
