package org.keyway.opcua.security.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;
import org.keyway.opcua.security.ApplicationIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our own certificate with its key, in {@code own.p12}, which nobody else may read. Made when there is none; made anew with
 * the same key and for the same application when it has less than sixty days left, or names other hosts than it should.
 * Whoever trusted the old one has to trust the new one.
 */
public final class OwnCertificate {
    private static final Logger LOG = LoggerFactory.getLogger(OwnCertificate.class);
    private static final String ALIAS = "keyway";
    private static final int KEY_BITS = 2048;
    private static final Duration VALID = Duration.ofDays(5 * 365);
    private static final Duration LEAST_LEFT = Duration.ofDays(60);
    /** Clocks of machines are behind at times. */
    private static final Duration VALID_BEFORE = Duration.ofDays(1);
    /** The key store is guarded by the permissions of its file; PKCS 12 merely demands a password. */
    private static final char[] STORE_WORD = "keyway".toCharArray();

    /** What every installation was called until 2026-11; such a certificate is good until it is made anew. */
    private static final String SHARED_URI = "urn:keyway:application";

    private static final Pattern NOT_IN_URN = Pattern.compile("[^a-z0-9.-]");
    private static final int ID_BYTES = 8;

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int SAN_DNS = 2;
    private static final int SAN_ADDRESS = 7;

    private final Path file;
    private final Set<String> names;
    private final String host;
    private final Clock clock;
    private boolean shown;

    /**
     * The certificate in a folder.
     *
     * @param hostNames the names and addresses to have in it, besides those of this computer for itself
     */
    public OwnCertificate(Path folder, Collection<String> hostNames, Clock clock) {
        this.file = folder.resolve("own.p12");
        this.names = new TreeSet<>(hostNames);
        this.clock = clock;
        this.host = hostNames.stream().findFirst().orElse("localhost");
        names.add("localhost");
        names.add("127.0.0.1");
    }

    /**
     * The identity as it should be now; made or renewed where needed. While this process runs it stays the same application.
     *
     * @throws IOException when the folder can't be read or written
     * @throws GeneralSecurityException when what is kept there can't be used
     */
    public synchronized ApplicationIdentity current() throws IOException, GeneralSecurityException {
        boolean first = !shown;
        shown = true;
        if (!Files.exists(file)) {
            return keep(SelfSignedCertificateGenerator.generateRsaKeyPair(KEY_BITS), ownUri());
        }
        ApplicationIdentity kept = load();
        boolean shared = kept.applicationUri().equals(SHARED_URI);
        if (!isDue(kept.certificate())) {
            tellIfShared(shared);
            return kept;
        }
        ApplicationIdentity renewed = keep(kept.keys(), shared && first ? ownUri() : kept.applicationUri());
        LOG.warn(
                "our OPC UA certificate was made anew, application {}, thumbprint {}, valid until {}: clients and"
                        + " servers that trusted the old one have to trust {}",
                renewed.applicationUri(),
                Thumbprint.of(renewed.certificate()),
                renewed.certificate().getNotAfter().toInstant(),
                file.resolveSibling("own.der"));
        return renewed;
    }

    private void tellIfShared(boolean shared) {
        if (shared) {
            LOG.warn(
                    "our OPC UA certificate is for {}, as that of every older Keyway. It will be for this installation"
                            + " alone when it is next made anew; to have that now, move {} away, start again, and let"
                            + " clients and servers trust the new own.der",
                    SHARED_URI,
                    file);
        }
    }

    /** Different for every installation, and readable for who sees it in the trust list of a machine. */
    private String ownUri() {
        byte[] id = new byte[ID_BYTES];
        new SecureRandom().nextBytes(id);
        return "urn:" + NOT_IN_URN.matcher(host.toLowerCase(Locale.ROOT)).replaceAll("-") + ":keyway:"
                + HexFormat.of().formatHex(id);
    }

    private boolean isDue(X509Certificate certificate) throws CertificateParsingException {
        Instant end = certificate.getNotAfter().toInstant();
        return end.minus(LEAST_LEFT).isBefore(clock.instant())
                || !hosts(certificate).equals(names);
    }

    private static Set<String> hosts(X509Certificate certificate) throws CertificateParsingException {
        Set<String> hosts = new TreeSet<>();
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
            if (alternative.get(0).equals(SAN_DNS) || alternative.get(0).equals(SAN_ADDRESS)) {
                hosts.add(String.valueOf(alternative.get(1)));
            }
        }
        return hosts;
    }

    private ApplicationIdentity load() throws IOException, GeneralSecurityException {
        PrivateFile.closeToOthers(file);
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

    private ApplicationIdentity keep(KeyPair keys, String uri) throws IOException, GeneralSecurityException {
        X509Certificate certificate = certificate(keys, uri);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, STORE_WORD);
        store.setKeyEntry(ALIAS, keys.getPrivate(), STORE_WORD, new Certificate[] {certificate});
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        store.store(content, STORE_WORD);
        PrivateFile.write(file, content.toByteArray());
        PrivateFile.writePublic(file.resolveSibling("own.der"), certificate.getEncoded());
        return new ApplicationIdentity(keys, certificate);
    }

    private X509Certificate certificate(KeyPair keys, String uri) throws GeneralSecurityException {
        Instant now = clock.instant();
        List<String> dnsNames = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        names.forEach(name -> (ADDRESS.matcher(name).matches() ? addresses : dnsNames).add(name));
        try {
            return new SelfSignedCertificateGenerator()
                    .generateSelfSigned(
                            keys,
                            Date.from(now.minus(VALID_BEFORE)),
                            Date.from(now.plus(VALID)),
                            "Keyway",
                            "Keyway",
                            null,
                            null,
                            null,
                            null,
                            uri,
                            dnsNames,
                            addresses,
                            SelfSignedCertificateBuilder.SA_SHA256_RSA);
        } catch (Exception e) {
            throw new GeneralSecurityException("no certificate could be made", e);
        }
    }
}
