package org.keyway.identifier.resolution.signature;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.keyway.identifier.resolution.json.AnswerJson;
import tools.jackson.databind.JsonNode;

/** Keys as they stand in files: PEM (RFC 7468 10, 13) or, public ones, JSON Web Key (RFC 7517, RFC 8037 2). */
public final class KeyText {
    private static final List<String> KINDS = List.of("RSA", "EC", "Ed25519");
    private static final int ED25519_OCTETS = 32;

    private KeyText() {}

    /** A public key for RS256, ES256 or EdDSA; empty when the text is none. */
    public static Optional<PublicKey> publicKey(String text) {
        try {
            Optional<PublicKey> key = text.stripLeading().startsWith("{")
                    ? AnswerJson.read(text.getBytes(StandardCharsets.UTF_8)).flatMap(KeyText::webKey)
                    : pem("PUBLIC KEY", text).flatMap(KeyText::encoded);
            return key.filter(found -> List.of(JwsAlgorithm.values()).stream().anyMatch(each -> each.fits(found)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** An RSA private key, in PKCS #8 without a password; empty when the text is none. */
    public static Optional<PrivateKey> rsaPrivateKey(String text) {
        try {
            Optional<byte[]> octets = pem("PRIVATE KEY", text);
            return octets.isEmpty()
                    ? Optional.empty()
                    : Optional.of(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(octets.get())));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> pem(String label, String text) {
        String begin = "-----BEGIN " + label + "-----";
        int start = text.indexOf(begin);
        int end = text.indexOf("-----END " + label + "-----");
        return start < 0 || end < start + begin.length()
                ? Optional.empty()
                : Optional.of(Base64.getMimeDecoder().decode(text.substring(start + begin.length(), end)));
    }

    private static Optional<PublicKey> encoded(byte[] octets) {
        for (String kind : KINDS) {
            try {
                return Optional.of(KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(octets)));
            } catch (GeneralSecurityException e) {
                // Not of this kind; the encoding says of which it is, and its own factory alone takes it.
            }
        }
        return Optional.empty();
    }

    private static Optional<PublicKey> webKey(JsonNode key) {
        String curve = key.path("crv").asString("");
        try {
            return switch (key.path("kty").asString("")) {
                case "RSA" ->
                    Optional.of(KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
                case "EC" -> curve.equals("P-256") ? Optional.of(onP256(key)) : Optional.empty();
                case "OKP" -> curve.equals("Ed25519") ? Optional.of(onEd25519(key)) : Optional.empty();
                default -> Optional.empty();
            };
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static PublicKey onP256(JsonNode key) throws GeneralSecurityException {
        ECPoint point = new ECPoint(number(key, "x"), number(key, "y"));
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, JwsAlgorithm.p256()));
    }

    /** The point's y with the lowest bit of x on top, the least octet first (RFC 8032 5.1.2). */
    private static PublicKey onEd25519(JsonNode key) throws GeneralSecurityException {
        byte[] octets = octets(key, "x");
        if (octets.length != ED25519_OCTETS) {
            throw new IllegalArgumentException("not 32 octets");
        }
        byte[] reversed = new byte[ED25519_OCTETS];
        for (int i = 0; i < ED25519_OCTETS; i++) {
            reversed[i] = octets[ED25519_OCTETS - 1 - i];
        }
        boolean odd = reversed[0] < 0;
        reversed[0] &= 0x7F;
        EdECPoint point = new EdECPoint(odd, new BigInteger(1, reversed));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, octets(key, name));
    }

    private static byte[] octets(JsonNode key, String name) {
        return Base64.getUrlDecoder().decode(key.path(name).asString(""));
    }
}
