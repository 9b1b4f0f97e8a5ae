package org.keyway.identifier.resolution.signature;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Real keys, and the signatures that are made with them. */
public final class TestKeys {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private TestKeys() {}

    /** A fresh pair of keys for an algorithm's name in JSON Web Signatures. */
    public static KeyPair of(String algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case "RS256" -> rsa(2048);
            case "ES256" -> onCurve("secp256r1");
            default -> KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        };
    }

    static KeyPair rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    static KeyPair onCurve(String name) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(name));
        return generator.generateKeyPair();
    }

    /** The key in PEM: public or private by what it is. */
    public static String pem(Key key) {
        String label = key instanceof PrivateKey ? "PRIVATE KEY" : "PUBLIC KEY";
        String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    static String webKey(Key key) {
        if (key instanceof RSAPublicKey rsa) {
            return "{\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"%s\"}"
                    .formatted(number(rsa.getModulus(), 256), number(rsa.getPublicExponent(), 3));
        }
        if (key instanceof ECPublicKey ec) {
            return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}"
                    .formatted(
                            number(ec.getW().getAffineX(), 32), number(ec.getW().getAffineY(), 32));
        }
        byte[] encoded = ((EdECPublicKey) key).getEncoded();
        byte[] point = java.util.Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\"}".formatted(BASE64URL.encodeToString(point));
    }

    private static String number(BigInteger number, int octets) {
        byte[] filled = new byte[octets];
        byte[] given = number.toByteArray();
        int length = Math.min(octets, given.length);
        System.arraycopy(given, given.length - length, filled, octets - length, length);
        return BASE64URL.encodeToString(filled);
    }

    /** A JSON Web Signature in compact serialisation over the payload. */
    public static String sign(String algorithm, String payload, PrivateKey key) throws GeneralSecurityException {
        return signWithHeader(algorithm, "{\"alg\":\"%s\"}".formatted(algorithm), payload, key);
    }

    static String signWithHeader(String algorithm, String header, String payload, PrivateKey key)
            throws GeneralSecurityException {
        String signed = part(header) + "." + part(payload);
        Signature signature = Signature.getInstance(
                switch (algorithm) {
                    case "RS256" -> "SHA256withRSA";
                    case "ES256" -> "SHA256withECDSAinP1363Format";
                    default -> "Ed25519";
                });
        signature.initSign(key);
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + BASE64URL.encodeToString(signature.sign());
    }

    static String part(String text) {
        return BASE64URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
