package org.keyway.opcua.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Period;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/** Our application instance certificate (OPC 10000-6 6.2.2) with its key. */
public record ApplicationIdentity(KeyPair keys, X509Certificate certificate) {
    /** The application URI in the certificate. */
    public static final String APPLICATION_URI = "urn:keyway:application";

    private static final String ALIAS = "keyway";
    private static final int KEY_BITS = 2048;
    private static final Period VALID = Period.ofYears(5);
    /** The key store is guarded by the permissions of its file; PKCS 12 merely demands a password. */
    private static final char[] STORE_WORD = "keyway".toCharArray();

    /**
     * The identity kept in a folder, made there when it has none.
     *
     * @throws IOException when the folder can't be read or written
     * @throws GeneralSecurityException when what is kept there can't be used
     */
    public static ApplicationIdentity in(Path folder) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("own.p12");
        return Files.exists(file) ? load(file) : make(file);
    }

    private static ApplicationIdentity load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, STORE_WORD);
        }
        Certificate certificate = store.getCertificate(ALIAS);
        if (certificate instanceof X509Certificate own && store.getKey(ALIAS, STORE_WORD) instanceof PrivateKey key) {
            return new ApplicationIdentity(new KeyPair(own.getPublicKey(), key), own);
        }
        throw new GeneralSecurityException("no key and certificate in " + file);
    }

    private static ApplicationIdentity make(Path file) throws IOException, GeneralSecurityException {
        KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(KEY_BITS);
        X509Certificate certificate = certificate(keys);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, STORE_WORD);
        store.setKeyEntry(ALIAS, keys.getPrivate(), STORE_WORD, new Certificate[] {certificate});
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, STORE_WORD);
        }
        Files.write(file.resolveSibling("own.der"), certificate.getEncoded());
        return new ApplicationIdentity(keys, certificate);
    }

    private static X509Certificate certificate(KeyPair keys) throws GeneralSecurityException {
        try {
            return new SelfSignedCertificateBuilder(keys)
                    .setCommonName("Keyway")
                    .setApplicationUri(APPLICATION_URI)
                    .setValidityPeriod(VALID)
                    .addDnsName("localhost")
                    .addIpAddress("127.0.0.1")
                    .build();
        } catch (Exception e) {
            throw new GeneralSecurityException("no certificate could be made", e);
        }
    }
}
