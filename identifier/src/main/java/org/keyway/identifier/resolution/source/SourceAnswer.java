package org.keyway.identifier.resolution.source;

import java.time.Duration;
import java.util.Optional;
import org.keyway.identifier.resolution.signature.SignatureVerdict;
import tools.jackson.databind.JsonNode;

/** What a service said. */
public sealed interface SourceAnswer {
    /**
     * It knows the identifier.
     *
     * @param content facts by name, or a document; untrusted
     * @param timeToLive how long the service says that this holds; zero when it must not be kept
     * @param signature what the answer's own signature is worth
     */
    record Found(JsonNode content, Optional<Duration> timeToLive, SignatureVerdict signature) implements SourceAnswer {
        /** An answer without a signature. */
        public Found(JsonNode content, Optional<Duration> timeToLive) {
            this(content, timeToLive, new SignatureVerdict.Absent());
        }
    }

    /** It answers, and doesn't know the identifier. */
    record NotFound() implements SourceAnswer {}

    /**
     * There is no usable answer.
     *
     * @param reason in a few words, without secrets and without anything that the service wrote
     */
    record Failed(Failure failure, String reason) implements SourceAnswer {}

    /** Why there is no usable answer. */
    enum Failure {
        /** No connection, or no answer in time. */
        UNREACHABLE(true, true),
        /** It says that it can't answer now. */
        OUT_OF_ORDER(true, true),
        /** It refuses our sign-in, or we have none. */
        DENIED(true, false),
        /** The answer breaks its protocol, or a bound. */
        UNUSABLE(false, false),
        /** It points to a host that is not on the allow list. */
        HOST_NOT_ALLOWED(false, false),
        /** A signature is demanded, and there is none. */
        UNSIGNED(false, false),
        /** A signature is demanded, and that which there is proves nothing. */
        SIGNATURE_BROKEN(false, false),
        /** A signature is demanded, and it has ended or has not begun. */
        SIGNATURE_OUT_OF_TIME(false, false),
        /** A signature is demanded, and somebody made it who is not configured. */
        SIGNER_UNKNOWN(false, false);

        private final boolean outage;
        private final boolean passing;

        Failure(boolean outage, boolean passing) {
            this.outage = outage;
            this.passing = passing;
        }

        /** Whether the next question would very likely fail as well. */
        public boolean isOutage() {
            return outage;
        }

        /** Whether it is about who signed the answer: then nothing that was kept takes its place. */
        public boolean isOfSignature() {
            return switch (this) {
                case UNSIGNED, SIGNATURE_BROKEN, SIGNATURE_OUT_OF_TIME, SIGNER_UNKNOWN -> true;
                default -> false;
            };
        }

        /** Whether asking once more may help. */
        public boolean isPassing() {
            return passing;
        }
    }
}
