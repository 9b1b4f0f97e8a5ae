package org.keyway.identifier.resolution.source;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What came back for one request. */
sealed interface Reply {
    /**
     * JSON with a status of success.
     *
     * @param timeToLive as the HTTP headers say (RFC 9111)
     */
    record Json(JsonNode body, Optional<Duration> timeToLive) implements Reply {}

    /** The server says that there is no such thing: 404 or 410. */
    record Missing() implements Reply {}

    /** Anything else. */
    record Failed(SourceAnswer.Failed why) implements Reply {}

    static Reply failed(SourceAnswer.Failure failure, String reason) {
        return new Failed(new SourceAnswer.Failed(failure, reason));
    }

    /** The answer, where JSON means what the function says. */
    default SourceAnswer answer(Function<Json, SourceAnswer> meaning) {
        if (this instanceof Json json) {
            return meaning.apply(json);
        }
        return this instanceof Failed failed ? failed.why() : new SourceAnswer.NotFound();
    }
}
