package org.keyway.opcua.security.certificate;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.TrustListManager;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.util.validation.CertificateValidationUtil;
import org.jspecify.annotations.Nullable;

/**
 * Checks the certificate of another application as OPC 10000-4 6.1.3 has it, with what the stack leaves out: a certificate
 * that is no CA vouches for nobody, though its key usage may say so as self-signed ones must; keys are RSA with 2048 to 4096
 * bits; signatures are made with SHA-2. Whoever isn't trusted is told {@code Bad_SecurityChecksFailed} and no more.
 */
public final class StrictCertificateValidator implements CertificateValidator {
    private static final int LONGEST_CHAIN = 6;
    private static final int LARGEST = 16 * 1024;
    private static final int LEAST_BITS = 2048;
    private static final int MOST_BITS = 4096;
    private static final Set<String> SIGNATURES =
            Set.of("SHA256withRSA", "SHA384withRSA", "SHA512withRSA", "RSASSA-PSS", "SHA256withRSAandMGF1");
    private static final Set<Long> KEPT_SECRET = Set.of(
            StatusCodes.Bad_CertificateUntrusted,
            StatusCodes.Bad_CertificateRevoked,
            StatusCodes.Bad_CertificateIssuerRevoked);

    private final TrustListManager trust;
    private final CertificateQuarantine rejected;
    private final BiConsumer<X509Certificate, StatusCode> onRefusal;
    private final RefusalNotices notices;
    private final boolean ofDevices;

    /** Thrown for a certificate that was turned away, after the log was told why. */
    private static final class RefusedCertificateException extends UaException {
        private static final long serialVersionUID = 1L;

        RefusedCertificateException(long status) {
            super(status);
        }
    }

    private StrictCertificateValidator(
            TrustListManager trust,
            CertificateQuarantine rejected,
            BiConsumer<X509Certificate, StatusCode> onRefusal,
            RefusalNotices notices,
            boolean ofDevices) {
        this.trust = trust;
        this.rejected = rejected;
        this.onRefusal = onRefusal;
        this.notices = notices;
        this.ofDevices = ofDevices;
    }

    /**
     * A validator of clients.
     *
     * @param rejected takes what was turned away for want of trust
     * @param onRefusal is told of each refusal with its true reason
     */
    public static StrictCertificateValidator ofClients(
            TrustListManager trust,
            CertificateQuarantine rejected,
            Clock clock,
            BiConsumer<X509Certificate, StatusCode> onRefusal) {
        return new StrictCertificateValidator(trust, rejected, onRefusal, new RefusalNotices("client", clock), false);
    }

    /**
     * A validator of the devices whose clients we are. Controls in the field have certificates that say little of what they
     * are for, and some that have ended and can't be replaced: what they are for isn't asked, and whether they have ended
     * only where an authority vouches instead of somebody who trusted the certificate itself.
     */
    public static StrictCertificateValidator ofDevices(Pki pki, Clock clock) {
        return new StrictCertificateValidator(
                pki.trusted(), pki.rejected(), (certificate, status) -> {}, new RefusalNotices("device", clock), true);
    }

    @Override
    public void validateCertificateChain(
            List<X509Certificate> chain, @Nullable String applicationUri, String @Nullable [] validHostNames)
            throws UaException {
        if (chain.isEmpty()) {
            throw new UaException(StatusCodes.Bad_CertificateInvalid);
        }
        X509Certificate leaf = chain.get(0);
        try {
            checkEach(chain);
            if (!(ofDevices && trust.getTrustedCertificates().contains(leaf))) {
                CertificateValidationUtil.checkValidity(leaf, true);
                checkPath(chain, leaf);
            }
            if (applicationUri != null) {
                CertificateValidationUtil.checkApplicationUri(leaf, applicationUri);
            }
        } catch (UaException e) {
            onRefusal.accept(leaf, e.getStatusCode());
            notices.tell(leaf, e.getStatusCode());
            throw new RefusedCertificateException(
                    KEPT_SECRET.contains(e.getStatusCode().value())
                            ? StatusCodes.Bad_SecurityChecksFailed
                            : e.getStatusCode().value());
        }
    }

    private static void checkEach(List<X509Certificate> chain) throws UaException {
        if (chain.size() > LONGEST_CHAIN) {
            throw new UaException(StatusCodes.Bad_CertificateChainIncomplete);
        }
        for (X509Certificate certificate : chain) {
            checkStrength(certificate);
        }
    }

    private static void checkStrength(X509Certificate certificate) throws UaException {
        try {
            if (certificate.getEncoded().length > LARGEST) {
                throw new UaException(StatusCodes.Bad_CertificateInvalid);
            }
        } catch (CertificateEncodingException e) {
            throw new UaException(StatusCodes.Bad_CertificateInvalid, e);
        }
        int bits = certificate.getPublicKey() instanceof RSAPublicKey key
                ? key.getModulus().bitLength()
                : 0;
        boolean strong = bits >= LEAST_BITS && bits <= MOST_BITS && SIGNATURES.contains(certificate.getSigAlgName());
        if (!strong) {
            throw new UaException(StatusCodes.Bad_CertificatePolicyCheckFailed);
        }
    }

    private void checkPath(List<X509Certificate> chain, X509Certificate leaf) throws UaException {
        PKIXCertPathBuilderResult path;
        try {
            path = CertificateValidationUtil.buildTrustedCertPath(
                    onlyAuthorities(chain, leaf),
                    onlyAuthorities(trust.getTrustedCertificates(), leaf),
                    onlyAuthorities(trust.getIssuerCertificates(), leaf));
        } catch (UaException e) {
            rejected.addRejectedCertificate(leaf);
            // Where nobody is trusted yet the stack can't look for a path at all. Nobody vouches for it; that is what
            // to say.
            boolean noPath = e.getStatusCode().value() == StatusCodes.Bad_SecurityChecksFailed;
            throw noPath ? new UaException(StatusCodes.Bad_CertificateUntrusted, e) : e;
        }
        List<X509Certificate> whole = new ArrayList<>();
        path.getCertPath().getCertificates().forEach(each -> whole.add((X509Certificate) each));
        if (!whole.contains(path.getTrustAnchor().getTrustedCert())) {
            whole.add(path.getTrustAnchor().getTrustedCert());
        }
        for (X509Certificate each : whole) {
            checkStrength(each);
            CertificateValidationUtil.checkValidity(each, each.equals(leaf));
        }
        if (!ofDevices) {
            CertificateValidationUtil.checkEndEntityKeyUsage(leaf);
            CertificateValidationUtil.checkEndEntityExtendedKeyUsage(leaf, true);
        }
        checkRevocation(whole);
    }

    /**
     * The lists that there are count; an issuer without one is not asked for one. The stack's own check needs access to the
     * inside of Java that Java 17 doesn't give, and then demands a list.
     */
    private void checkRevocation(List<X509Certificate> path) throws UaException {
        List<X509CRL> crls = new ArrayList<>(trust.getTrustedCrls());
        crls.addAll(trust.getIssuerCrls());
        for (int i = 0; i + 1 < path.size(); i++) {
            X509Certificate issuer = path.get(i + 1);
            for (X509CRL crl : crls) {
                if (isOf(crl, issuer) && crl.isRevoked(path.get(i))) {
                    throw new UaException(
                            i == 0 ? StatusCodes.Bad_CertificateRevoked : StatusCodes.Bad_CertificateIssuerRevoked);
                }
            }
        }
    }

    private static boolean isOf(X509CRL crl, X509Certificate issuer) {
        if (!crl.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            crl.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The certificate itself, and those of others that may vouch for it (RFC 5280 4.2.1.9). */
    private static List<X509Certificate> onlyAuthorities(List<X509Certificate> certificates, X509Certificate leaf) {
        return certificates.stream()
                .filter(certificate -> certificate.equals(leaf) || certificate.getBasicConstraints() >= 0)
                .toList();
    }
}
