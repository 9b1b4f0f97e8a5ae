package org.keyway.opcua.security.certificate;

import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.job.Problem;
import org.keyway.opcua.security.audit.Actor;

/** Where somebody decides whom we trust. It counts at once, also in a server that runs: trust is files in folders. */
public final class TrustDesk {
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-f]{8,64}");

    private final Pki pki;
    private final MessageCatalogue messages =
            MessageCatalogue.load("org.keyway.opcua.messages", TrustDesk.class.getClassLoader());

    /**
     * A certificate.
     *
     * @param thumbprint its SHA-256 hash, 64 hexadecimal digits
     * @param subject whose it is
     * @param application the application URI in it; empty where there is none
     * @param until when it ends
     */
    public record Listed(String thumbprint, boolean trusted, String subject, String application, Instant until) {}

    /** What came of a decision. */
    public sealed interface Outcome {
        /** It is done. */
        record Done(Listed certificate) implements Outcome {}

        /** Nothing was changed. */
        record Refused(Problem problem) implements Outcome {}
    }

    @Inject
    public TrustDesk(Pki pki) {
        this.pki = pki;
    }

    /** All certificates that are trusted, then those that were turned away. */
    public List<Listed> all() {
        return Stream.concat(
                        pki.trusted().getTrustedCertificates().stream().map(trusted -> listed(trusted, true)),
                        pki.rejected().getRejectedCertificates().stream().map(turnedAway -> listed(turnedAway, false)))
                .toList();
    }

    /**
     * Trusts a certificate that was turned away.
     *
     * @param thumbprint its thumbprint, or the first eight digits or more of it
     */
    public Outcome accept(String thumbprint) {
        return decide(thumbprint, pki.rejected().getRejectedCertificates(), certificate -> {
            pki.trusted().addTrustedCertificate(certificate);
            pki.rejected().removeRejectedCertificate(certificate);
            note(certificate, true);
            return listed(certificate, true);
        });
    }

    /** Trusts a certificate no more. */
    public Outcome reject(String thumbprint) {
        return decide(thumbprint, pki.trusted().getTrustedCertificates(), certificate -> {
            pki.trusted().removeTrusted(certificate);
            pki.rejected().addRejectedCertificate(certificate);
            note(certificate, false);
            return listed(certificate, false);
        });
    }

    private void note(X509Certificate certificate, boolean trusted) {
        pki.decisions().add(pki.clock().instant(), Actor.here(), trusted, Thumbprint.of(certificate));
    }

    private Outcome decide(String thumbprint, List<X509Certificate> among, Function<X509Certificate, Listed> decision) {
        String beginning = thumbprint.toLowerCase(Locale.ROOT).replace(":", "");
        if (!BEGINNING.matcher(beginning).matches()) {
            return refused("KW-ACCESS-020", thumbprint);
        }
        List<X509Certificate> found = among.stream()
                .distinct()
                .filter(certificate -> Thumbprint.of(certificate).startsWith(beginning))
                .toList();
        if (found.size() != 1) {
            return refused(found.isEmpty() ? "KW-ACCESS-021" : "KW-ACCESS-022", thumbprint);
        }
        return new Outcome.Done(decision.apply(found.get(0)));
    }

    private Outcome refused(String code, String thumbprint) {
        Map<String, Object> facts = Map.of("thumbprint", thumbprint);
        return new Outcome.Refused(new Problem(code, messages.message(code, facts), facts));
    }

    private static Listed listed(X509Certificate certificate, boolean trusted) {
        return new Listed(
                Thumbprint.of(certificate),
                trusted,
                certificate.getSubjectX500Principal().getName(),
                CertificateUtil.getSanUri(certificate).orElse(""),
                certificate.getNotAfter().toInstant());
    }
}
