package org.keyway.identifier.resolution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows how the services that may be asked are doing. */
public interface SourceBoard {
    /** Each configured source, in the order in which they are asked. */
    List<SourceStatus> sources();

    /**
     * One source.
     *
     * @param state {@code CLOSED} when it is asked, {@code OPEN} when it is left alone, {@code HALF_OPEN} when the next
     *     question is a trial
     * @param failures in a row until now
     * @param lastFailure in a few words, of the last time that it failed
     */
    record SourceStatus(
            String name,
            String type,
            String state,
            int failures,
            Optional<Instant> lastFailureAt,
            Optional<String> lastFailure) {}
}
