package org.keyway.identifier.resolution.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.resolution.signature.SignatureVerdict.Fault;
import org.keyway.identifier.resolution.signature.SignatureVerdict.Invalid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The values of a Handle record with the verdict on its {@code HS_SIGNATURE}: a JSON Web Signature whose payload lists the
 * digests of the values that it covers, {@code {"digests": {"alg": "SHA-256", "digests": [{"index": 1, "digest": "…"}]}}}
 * (Handle.Net Software 8).
 *
 * @param values those that the signature covers where it is valid, else all
 */
public record SignedHandleValues(SignatureVerdict verdict, JsonNode values) {
    private static final String SIGNATURE = "HS_SIGNATURE";
    private static final int MOST_SIGNATURES = 8;
    /** SHA-1 and MD5, which old records have, prove nothing any more. */
    private static final Set<String> DIGESTS = Set.of("SHA-256", "SHA-384", "SHA-512");

    /**
     * Judges a record. Of several signatures the first valid one counts. One that does not fit a value that is there, or that
     * covers one which is not, is broken: somebody changed the record or left something out.
     *
     * @param values of the record, in the JSON form of the Handle proxy
     * @param handle that was asked for
     */
    public static SignedHandleValues of(JsonNode values, String handle, SignatureCheck check) {
        SignatureVerdict verdict = new SignatureVerdict.Absent();
        int signatures = 0;
        for (JsonNode value : values) {
            if (value.path("type").asString("").equals(SIGNATURE) && ++signatures <= MOST_SIGNATURES) {
                SignedHandleValues judged = judged(values, value, handle, check);
                if (judged.verdict() instanceof SignatureVerdict.Valid) {
                    return judged;
                }
                verdict = worse(verdict, judged.verdict());
            }
        }
        return new SignedHandleValues(verdict, values);
    }

    /** A fault of a known signer's says more than a stranger's. */
    private static SignatureVerdict worse(SignatureVerdict before, SignatureVerdict now) {
        boolean told = before instanceof Invalid invalid && invalid.fault() != Fault.UNKNOWN_SIGNER;
        return told ? before : now;
    }

    private static SignedHandleValues judged(
            JsonNode values, JsonNode signatureValue, String handle, SignatureCheck check) {
        Optional<CompactSignature> signature =
                CompactSignature.read(signatureValue.path("data").path("value").asString(""));
        if (signature.isEmpty()) {
            return broken(values, "the signature can't be read");
        }
        SignatureVerdict verdict = check.judge(signature.get(), handle);
        return verdict instanceof SignatureVerdict.Valid
                ? covered(values, signature.get().payload().path("digests"), verdict)
                : new SignedHandleValues(verdict, values);
    }

    private static SignedHandleValues covered(JsonNode values, JsonNode claim, SignatureVerdict verdict) {
        Map<Integer, String> digests = new HashMap<>();
        for (JsonNode digest : claim.path("digests")) {
            boolean sound =
                    digest.path("index").isInt() && digest.path("digest").isString();
            if (!sound
                    || digests.put(
                                    digest.path("index").intValue(),
                                    digest.path("digest").stringValue())
                            != null) {
                return broken(values, "the signature's digests can't be read");
            }
        }
        Optional<MessageDigest> algorithm = algorithm(claim.path("alg").asString(""));
        if (algorithm.isEmpty()) {
            return broken(values, "the signature's digests are of a kind that is not accepted");
        }
        ArrayNode covered = JsonNodeFactory.instance.arrayNode();
        Set<Integer> seen = new HashSet<>();
        for (JsonNode value : values) {
            int index = value.path("index").asInt(-1);
            String claimed = digests.get(index);
            if (claimed == null) {
                continue;
            }
            Optional<String> found = HandleValueDigest.of(value, algorithm.get());
            if (!seen.add(index)
                    || found.filter(digest -> !digest.equals(claimed)).isPresent()) {
                return broken(values, "a value is not the one that was signed");
            }
            found.ifPresent(digest -> covered.add(value));
        }
        return seen.containsAll(digests.keySet())
                ? new SignedHandleValues(verdict, covered)
                : broken(values, "a signed value is missing");
    }

    private static Optional<MessageDigest> algorithm(String name) {
        try {
            return DIGESTS.contains(name) ? Optional.of(MessageDigest.getInstance(name)) : Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            return Optional.empty();
        }
    }

    private static SignedHandleValues broken(JsonNode values, String reason) {
        return new SignedHandleValues(new Invalid(Fault.BROKEN, reason), values);
    }
}
