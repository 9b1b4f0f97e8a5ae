package org.keyway.identifier.resolution.signature;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Optional;

/**
 * The algorithms that are accepted (RFC 7518 3.1, RFC 8037 3.1), each with its own kind of key. {@code none} and those with a
 * shared secret are not among them, so that no public key can ever be taken for a secret.
 */
enum JwsAlgorithm {
    RS256("RS256", "SHA256withRSA"),
    ES256("ES256", "SHA256withECDSAinP1363Format"),
    ED_DSA("EdDSA", "Ed25519");

    /** Shorter RSA keys must not be used (RFC 7518 3.3). */
    private static final int SHORTEST_RSA = 2048;

    private static final ECParameterSpec P_256 = p256();

    private final String name;
    private final String ofPlatform;

    JwsAlgorithm(String name, String ofPlatform) {
        this.name = name;
        this.ofPlatform = ofPlatform;
    }

    static Optional<JwsAlgorithm> named(String name) {
        for (JwsAlgorithm algorithm : values()) {
            if (algorithm.name.equals(name)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** The curve P-256 (FIPS 186-5). */
    static ECParameterSpec p256() {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            return curve.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    /** Whether the key is of the kind that this algorithm is for. */
    boolean fits(PublicKey key) {
        return switch (this) {
            case RS256 -> key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= SHORTEST_RSA;
            case ES256 -> key instanceof ECPublicKey ec && isP256(ec.getParams());
            case ED_DSA ->
                key instanceof EdECPublicKey ed && ed.getParams().getName().equals("Ed25519");
        };
    }

    private static boolean isP256(ECParameterSpec curve) {
        return curve.getCurve().equals(P_256.getCurve())
                && curve.getGenerator().equals(P_256.getGenerator())
                && curve.getOrder().equals(P_256.getOrder());
    }

    /** Whether the signature was made over these octets with the private half of the key. */
    boolean verifies(byte[] signed, byte[] signature, PublicKey key) {
        if (!fits(key)) {
            return false;
        }
        try {
            Signature verification = Signature.getInstance(ofPlatform);
            verification.initVerify(key);
            verification.update(signed);
            return verification.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
