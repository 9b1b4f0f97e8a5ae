package org.keyway.opcua.security;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;

/** Our application instance certificate (OPC 10000-6 6.2.2) with its key. */
public record ApplicationIdentity(KeyPair keys, X509Certificate certificate) {
    /** The application URI in the certificate, by which this installation is told from every other. */
    public String applicationUri() {
        return CertificateUtil.getSanUri(certificate)
                .orElseThrow(() -> new IllegalStateException("our certificate names no application"));
    }
}
