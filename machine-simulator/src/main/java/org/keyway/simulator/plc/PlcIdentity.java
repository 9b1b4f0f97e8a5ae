package org.keyway.simulator.plc;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/** Who a PLC is to its server: a key, and a certificate that it has signed itself. */
public record PlcIdentity(KeyPair keys, X509Certificate certificate, String applicationUri) {
    private static final int RSA_BITS = 2048;

    /** A new identity. */
    public static PlcIdentity create(String applicationUri) {
        try {
            KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(RSA_BITS);
            X509Certificate certificate = new SelfSignedCertificateBuilder(keys)
                    .setCommonName("PLC")
                    .setApplicationUri(applicationUri)
                    .build();
            return new PlcIdentity(keys, certificate, applicationUri);
        } catch (Exception e) {
            throw new IllegalStateException("a key pair can't be made", e);
        }
    }
}
