package org.keyway.opcua.security.certificate;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keyway.opcua.security.audit.AuditEntry;
import org.keyway.opcua.security.audit.AuditEntry.Kind;
import org.keyway.opcua.security.audit.AuditWriter;

/**
 * Makes the audit say who is trusted: what was put into or taken out of the trusted certificates since it was last looked at, by
 * a command or by hand, also while no server ran.
 */
public final class TrustAudit {
    private static final String TRUSTED = "TRUSTED";
    private static final String NOT_TRUSTED = "NOT_TRUSTED";
    private static final int LONGEST = 500;

    private final Pki pki;
    private final AuditWriter writer;
    private final Clock clock;
    private Optional<Map<String, String>> known = Optional.empty();

    /** An audit that has not been looked at yet. */
    public TrustAudit(Pki pki, AuditWriter writer, Clock clock) {
        this.pki = pki;
        this.writer = writer;
        this.clock = clock;
    }

    /** Keeps what has changed. */
    public synchronized void look() {
        Map<String, String> now = new HashMap<>();
        for (X509Certificate certificate : pki.trusted().getTrustedCertificates()) {
            String subject = certificate.getSubjectX500Principal().getName();
            now.put(Thumbprint.of(certificate), subject.length() <= LONGEST ? subject : subject.substring(0, LONGEST));
        }
        Map<String, String> before = known.orElseGet(this::kept);
        now.forEach((thumbprint, subject) -> {
            if (!before.containsKey(thumbprint)) {
                keep(thumbprint, subject, true);
            }
        });
        before.forEach((thumbprint, subject) -> {
            if (!now.containsKey(thumbprint)) {
                keep(thumbprint, subject, false);
            }
        });
        known = Optional.of(now);
    }

    /** Whom the audit says to be trusted, with their subjects. */
    private Map<String, String> kept() {
        Map<String, String> trusted = new HashMap<>();
        for (AuditEntry entry : writer.kept(Kind.TRUST)) {
            String thumbprint = entry.node().orElse("");
            String said = entry.after().orElse("");
            if (said.startsWith(TRUSTED)) {
                trusted.put(thumbprint, said.substring(TRUSTED.length()).strip());
            } else {
                trusted.remove(thumbprint);
            }
        }
        return trusted;
    }

    private void keep(String thumbprint, String subject, boolean trusted) {
        Optional<String> none = Optional.empty();
        writer.add(new AuditEntry(
                clock.instant(),
                Kind.TRUST,
                pki.decisions().by(trusted, thumbprint),
                none,
                none,
                none,
                Optional.of(thumbprint),
                none,
                Optional.of((trusted ? TRUSTED : NOT_TRUSTED) + " " + subject),
                "Good",
                none));
    }
}
