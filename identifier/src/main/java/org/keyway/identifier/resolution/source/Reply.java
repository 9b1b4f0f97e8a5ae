package org.keyway.identifier.resolution.source;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.keyway.identifier.resolution.signature.CompactSignature;
import tools.jackson.databind.JsonNode;

/** What came back for one request. */
sealed interface Reply {
    /**
     * JSON with a status of success.
     *
     * @param timeToLive as the HTTP headers say (RFC 9111)
     */
    record Json(JsonNode body, Optional<Duration> timeToLive) implements Reply {}

    /** Signed JSON with a status of success; nothing is known yet of the signature's worth. */
    record Signed(CompactSignature signature, Optional<Duration> timeToLive) implements Reply {}

    /** The server says that there is no such thing: 404 or 410. */
    record Missing() implements Reply {}

    /** The server wants a sign-in, or another: 401. */
    record SignInRefused() implements Reply {}

    /** Anything else. */
    record Failed(SourceAnswer.Failed why) implements Reply {}

    static Reply failed(SourceAnswer.Failure failure, String reason) {
        return new Failed(new SourceAnswer.Failed(failure, reason));
    }

    /** The answer, where JSON means what the function says; signed JSON is nothing that was asked for. */
    default SourceAnswer answer(Function<Json, SourceAnswer> meaning) {
        return answer(
                meaning,
                signed -> new SourceAnswer.Failed(SourceAnswer.Failure.UNUSABLE, "not JSON by its content type"));
    }

    /** The answer, where JSON and signed JSON mean what the functions say. */
    default SourceAnswer answer(Function<Json, SourceAnswer> meaning, Function<Signed, SourceAnswer> signedMeaning) {
        if (this instanceof Json json) {
            return meaning.apply(json);
        }
        if (this instanceof Signed signed) {
            return signedMeaning.apply(signed);
        }
        if (this instanceof SignInRefused) {
            return new SourceAnswer.Failed(SourceAnswer.Failure.DENIED, "HTTP status 401");
        }
        return this instanceof Failed failed ? failed.why() : new SourceAnswer.NotFound();
    }
}
