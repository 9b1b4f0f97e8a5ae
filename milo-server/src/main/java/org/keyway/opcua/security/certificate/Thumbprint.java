package org.keyway.opcua.security.certificate;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** Names certificates by their hash. */
public final class Thumbprint {
    private Thumbprint() {}

    /** The SHA-256 hash of a certificate, 64 hexadecimal digits in lower case. */
    public static String of(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read has an encoding", e);
        }
    }
}
