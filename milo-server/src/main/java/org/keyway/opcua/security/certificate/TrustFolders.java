package org.keyway.opcua.security.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.TrustListManager;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;

/**
 * Whom we trust, in the folders {@code trusted} and {@code issuers}, each with {@code certs} and {@code crl} (OPC 10000-12
 * F.1). There is no watcher that could miss a change or read half a file: the folders are looked at when somebody asks.
 */
public final class TrustFolders implements TrustListManager {
    private final CertificateFolder<X509Certificate> trusted;
    private final CertificateFolder<X509CRL> trustedCrls;
    private final CertificateFolder<X509Certificate> issuers;
    private final CertificateFolder<X509CRL> issuerCrls;

    /** The folders in {@code pki}; made when something is put in. */
    public TrustFolders(Path pki) {
        trusted = certificates(pki.resolve("trusted/certs"));
        trustedCrls = crls(pki.resolve("trusted/crl"));
        issuers = certificates(pki.resolve("issuers/certs"));
        issuerCrls = crls(pki.resolve("issuers/crl"));
    }

    static CertificateFolder<X509Certificate> certificates(Path folder) {
        return new CertificateFolder<>(
                folder, (factory, content) -> (X509Certificate) factory.generateCertificate(content));
    }

    private static CertificateFolder<X509CRL> crls(Path folder) {
        return new CertificateFolder<>(folder, (factory, content) -> (X509CRL) factory.generateCRL(content));
    }

    /** Something that is equal later when nobody has put anything in or taken anything out meanwhile, or changed it. */
    public Object state() {
        return List.of(trusted.state(), trustedCrls.state(), issuers.state(), issuerCrls.state());
    }

    @Override
    public List<X509CRL> getIssuerCrls() {
        return issuerCrls.content();
    }

    @Override
    public List<X509CRL> getTrustedCrls() {
        return trustedCrls.content();
    }

    @Override
    public List<X509Certificate> getIssuerCertificates() {
        return issuers.content();
    }

    @Override
    public List<X509Certificate> getTrustedCertificates() {
        return trusted.content();
    }

    @Override
    public void addIssuerCertificate(X509Certificate certificate) {
        write(issuers, certificate);
    }

    @Override
    public void addTrustedCertificate(X509Certificate certificate) {
        write(trusted, certificate);
    }

    static void write(CertificateFolder<X509Certificate> folder, X509Certificate certificate) {
        try {
            PrivateFile.writePublic(folder.file(Thumbprint.of(certificate) + ".der"), certificate.getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read has an encoding", e);
        }
    }

    @Override
    public boolean removeIssuerCertificate(ByteString thumbprint) {
        return remove(issuers, thumbprint);
    }

    @Override
    public boolean removeTrustedCertificate(ByteString thumbprint) {
        return remove(trusted, thumbprint);
    }

    /** Takes a certificate out, however its files are called. */
    boolean removeTrusted(X509Certificate certificate) {
        return delete(trusted.files(certificate::equals));
    }

    private static boolean remove(CertificateFolder<X509Certificate> folder, ByteString thumbprint) {
        return delete(folder.files(certificate -> hasThumbprint(certificate, thumbprint)));
    }

    /** The stack names certificates by SHA-1 hashes. */
    private static boolean hasThumbprint(X509Certificate certificate, ByteString thumbprint) {
        try {
            return CertificateUtil.thumbprint(certificate).equals(thumbprint);
        } catch (UaException e) {
            return false;
        }
    }

    static boolean delete(Map<Path, Optional<Boolean>> files) {
        boolean deleted = false;
        for (Map.Entry<Path, Optional<Boolean>> file : files.entrySet()) {
            try {
                deleted |= file.getValue().orElse(false) && Files.deleteIfExists(file.getKey());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return deleted;
    }

    @Override
    public void setIssuerCrls(List<X509CRL> crls) {
        throw notFromOutside();
    }

    @Override
    public void setTrustedCrls(List<X509CRL> crls) {
        throw notFromOutside();
    }

    @Override
    public void setIssuerCertificates(List<X509Certificate> certificates) {
        throw notFromOutside();
    }

    @Override
    public void setTrustedCertificates(List<X509Certificate> certificates) {
        throw notFromOutside();
    }

    private static UnsupportedOperationException notFromOutside() {
        return new UnsupportedOperationException("trust is changed in its folders");
    }

    @Override
    public DateTime getLastUpdateTime() {
        return DateTime.MIN_DATE_TIME;
    }
}
