package org.keyway.opcua.security.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.security.CertificateQuarantine;

/**
 * Certificates that we turned away, for somebody to look at and trust. There are 128 at the most, the oldest go first: nobody
 * fills the disk by showing certificates.
 */
public final class RejectedFolder implements CertificateQuarantine {
    static final int MOST = 128;
    private static final int LARGEST = 16 * 1024;

    private final CertificateFolder<X509Certificate> folder;

    /** The folder {@code rejected} in {@code pki}. */
    public RejectedFolder(Path pki) {
        folder = TrustFolders.certificates(pki.resolve("rejected"));
    }

    @Override
    public List<X509Certificate> getRejectedCertificates() {
        return folder.content();
    }

    @Override
    public synchronized void addRejectedCertificate(X509Certificate certificate) {
        Map<Path, Optional<X509Certificate>> files = folder.files(found -> found);
        if (files.containsValue(Optional.of(certificate)) || isHuge(certificate)) {
            return;
        }
        if (files.size() >= MOST) {
            files.keySet().stream()
                    .sorted(Comparator.comparing(RejectedFolder::age).thenComparing(Comparator.naturalOrder()))
                    .limit(files.size() - MOST + 1L)
                    .forEach(RejectedFolder::delete);
        }
        TrustFolders.write(folder, certificate);
    }

    private static boolean isHuge(X509Certificate certificate) {
        try {
            return certificate.getEncoded().length > LARGEST;
        } catch (java.security.cert.CertificateEncodingException e) {
            return true;
        }
    }

    private static FileTime age(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void removeRejectedCertificate(X509Certificate certificate) {
        TrustFolders.delete(folder.files(certificate::equals));
    }
}
