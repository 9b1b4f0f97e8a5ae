package org.keyway.identifier.resolution.signature;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.keyway.identifier.resolution.signature.SignatureVerdict.Fault;
import org.keyway.identifier.resolution.signature.SignatureVerdict.Invalid;
import tools.jackson.databind.JsonNode;

/** Judges signatures by the keys of the configured signers and the time. */
public final class SignatureCheck {
    /** How far the clocks of signer and reader may be apart. */
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    private final Function<String, Optional<PublicKey>> keys;
    private final Clock clock;

    /**
     * A check.
     *
     * @param keys the key of a signer, by the signer's id; empty for anybody else
     */
    public SignatureCheck(Function<String, Optional<PublicKey>> keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Judges one.
     *
     * @param subject what the signature must be about, by its claim {@code sub} (RFC 7519 4.1.2): without that, a signed
     *     answer to another question could be put in the place of this one's
     */
    public SignatureVerdict judge(CompactSignature signature, String subject) {
        String signer = signature.claimedSigner();
        Optional<PublicKey> key = keys.apply(signer);
        if (key.isEmpty()) {
            return new Invalid(Fault.UNKNOWN_SIGNER, "signed by nobody whose key is configured and can be read");
        }
        if (!signature.verifies(key.get())) {
            return new Invalid(Fault.BROKEN, "the signature does not fit");
        }
        JsonNode claims = signature.payload();
        Instant now = clock.instant();
        Optional<Instant> until = seconds(claims.path("exp"));
        if (until.isEmpty() || !now.isBefore(until.get().plus(LEEWAY))) {
            return new Invalid(Fault.OUT_OF_TIME, until.isEmpty() ? "the signature says no end" : "signature expired");
        }
        Optional<Instant> from = seconds(claims.path("nbf"));
        if (claims.has("nbf") && (from.isEmpty() || now.isBefore(from.get().minus(LEEWAY)))) {
            return new Invalid(Fault.OUT_OF_TIME, "the signature is not valid yet");
        }
        if (!claims.path("sub").asString("").equals(subject)) {
            return new Invalid(Fault.BROKEN, "signed for another label");
        }
        return new SignatureVerdict.Valid(signer, until.get());
    }

    /** A time in seconds since 1970 (RFC 7519 2, NumericDate); of fractions the whole seconds count. */
    private static Optional<Instant> seconds(JsonNode claim) {
        boolean sound = claim.isNumber()
                && claim.decimalValue().precision() - claim.decimalValue().scale() <= 11
                && claim.decimalValue().scale() <= 9
                && claim.decimalValue().signum() >= 0;
        return sound ? Optional.of(Instant.ofEpochSecond(claim.decimalValue().longValue())) : Optional.empty();
    }
}
