package org.keyway.opcua.security;

import java.security.KeyPair;
import java.security.cert.X509Certificate;

/** Our application instance certificate (OPC 10000-6 6.2.2) with its key. */
public record ApplicationIdentity(KeyPair keys, X509Certificate certificate) {
    /** The application URI in the certificate. */
    public static final String APPLICATION_URI = "urn:keyway:application";
}
