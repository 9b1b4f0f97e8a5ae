package org.keyway.identifier.resolution.signature;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keyway.identifier.resolution.json.AnswerJson;
import tools.jackson.databind.JsonNode;

/**
 * A JSON Web Signature in compact serialisation (RFC 7515 7.1) over a JSON object, as it was read and before anything is
 * known of its worth.
 */
public final class CompactSignature {
    private static final int LONGEST = 256 * 1024;
    private static final int PARTS = 3;
    // RFC 7515 2: base64url without padding.
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]*+");

    private final JsonNode header;
    private final JsonNode payload;
    private final byte[] signed;
    private final byte[] signature;

    private CompactSignature(JsonNode header, JsonNode payload, byte[] signed, byte[] signature) {
        this.header = header;
        this.payload = payload;
        this.signed = signed;
        this.signature = signature;
    }

    /** Reads a text; empty when it is no such thing, or has more than 256 KiB. */
    public static Optional<CompactSignature> read(String text) {
        String stripped = text.length() > LONGEST ? "" : text.strip();
        String[] parts = stripped.split("\\.", PARTS + 1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        Optional<JsonNode> header = octets(parts[0]).flatMap(AnswerJson::read).filter(JsonNode::isObject);
        Optional<JsonNode> payload = octets(parts[1]).flatMap(AnswerJson::read).filter(JsonNode::isObject);
        Optional<byte[]> signature = octets(parts[2]);
        if (header.isEmpty() || payload.isEmpty() || signature.isEmpty()) {
            return Optional.empty();
        }
        byte[] signed = stripped.substring(0, stripped.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
        return Optional.of(new CompactSignature(header.get(), payload.get(), signed, signature.get()));
    }

    private static Optional<byte[]> octets(String part) {
        if (!BASE64URL.matcher(part).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What was signed; as untrusted as any answer until the signature is found valid. */
    public JsonNode payload() {
        return payload;
    }

    /** Who says to have signed: the claim {@code iss} (RFC 7519 4.1.1), else the header's {@code kid} (RFC 7515 4.1.4). */
    String claimedSigner() {
        JsonNode issuer = payload.path("iss");
        return issuer.isString() ? issuer.stringValue() : header.path("kid").asString("");
    }

    /**
     * Whether it was made with the private half of the key, by an algorithm that is accepted and is for such a key. Keys
     * within the header are not looked at; one with extensions that must be understood ({@code crit}) is refused.
     */
    boolean verifies(PublicKey key) {
        return !header.has("crit")
                && JwsAlgorithm.named(header.path("alg").asString(""))
                        .filter(algorithm -> algorithm.verifies(signed, signature, key))
                        .isPresent();
    }
}
