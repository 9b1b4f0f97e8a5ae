package org.keyway.opcua.security.certificate;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log of a certificate that was turned away, in one line with what to do: of each certificate once in ten minutes,
 * and of ten certificates a minute at the most; how many more there were is told with the next.
 */
final class RefusalNotices {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalNotices.class);
    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PER_MINUTE = 10;
    private static final int MOST_KNOWN = 1_000;
    private static final int LONGEST = 160;
    private static final int DIGITS = 16;
    /** What somebody writes into his certificate makes no second line of ours. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\P{C}]|[\\u2028\\u2029]");

    private final String whose;
    private final Consumer<String> log;
    private final Clock clock;
    private final Map<String, Instant> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_KNOWN;
        }
    };
    private Instant minute = Instant.MIN;
    private int lines;
    private long untold;

    /** @param whose the certificates are, such as {@code client} */
    RefusalNotices(String whose, Clock clock) {
        this(whose, clock, LOG::warn);
    }

    RefusalNotices(String whose, Clock clock, Consumer<String> log) {
        this.whose = whose;
        this.log = log;
        this.clock = clock;
    }

    void tell(X509Certificate certificate, StatusCode status) {
        String thumbprint = Thumbprint.of(certificate);
        long more = before(thumbprint, clock.instant());
        if (more < 0) {
            return;
        }
        log.accept("OPC UA: the certificate of a %s was turned away: subject %s, thumbprint %s, reason %s. %s%s"
                .formatted(
                        whose,
                        printable(certificate.getSubjectX500Principal().getName()),
                        thumbprint,
                        StatusCodes.lookup(status.value())
                                .map(names -> names[0])
                                .orElseGet(status::toString),
                        advice(status, thumbprint),
                        more == 0 ? "" : " (" + more + " more were turned away and not told of)"));
    }

    /** How many went untold before this one; negative when this one goes untold too. */
    private synchronized long before(String thumbprint, Instant now) {
        if (minute.equals(Instant.MIN) || !now.isBefore(minute.plus(MINUTE))) {
            minute = now;
            lines = 0;
        }
        Instant last = told.get(thumbprint);
        boolean known = last != null && now.isBefore(last.plus(AGAIN));
        if (known || lines >= PER_MINUTE) {
            untold += known ? 0 : 1;
            return -1;
        }
        lines++;
        told.put(thumbprint, now);
        long more = untold;
        untold = 0;
        return more;
    }

    private static String advice(StatusCode status, String thumbprint) {
        long code = status.value();
        if (code == StatusCodes.Bad_CertificateUntrusted || code == StatusCodes.Bad_CertificateChainIncomplete) {
            return "If it shows the same thumbprint there, let it in: keyway trust accept "
                    + thumbprint.substring(0, DIGITS);
        }
        if (code == StatusCodes.Bad_CertificateRevoked || code == StatusCodes.Bad_CertificateIssuerRevoked) {
            return "Its authority has revoked it; it needs another.";
        }
        return "It needs another certificate; docs/opcua-security.md says what it must be like.";
    }

    private static String printable(String subject) {
        String cut = subject.length() <= LONGEST ? subject : subject.substring(0, LONGEST) + "…";
        return UNPRINTABLE.matcher(cut).replaceAll("?");
    }
}
