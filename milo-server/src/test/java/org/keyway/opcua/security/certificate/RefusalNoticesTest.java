package org.keyway.opcua.security.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.junit.jupiter.api.Test;

/** What the log says of certificates that were turned away. */
final class RefusalNoticesTest {
    private static final StatusCode UNTRUSTED = new StatusCode(StatusCodes.Bad_CertificateUntrusted);

    private final List<String> lines = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    private final RefusalNotices notices = new RefusalNotices(
            "client",
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return Instant.EPOCH.plus(passed);
                }
            },
            lines::add);

    @Test
    void oneLineSaysWhoseItIsWhyItWasTurnedAwayAndWhatToDo() {
        X509Certificate plc = Certificates.of("plc").make();
        notices.tell(plc, UNTRUSTED);
        String thumbprint = Thumbprint.of(plc);
        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("CN=plc", thumbprint, "Bad_CertificateUntrusted")
                        .contains("keyway trust accept " + thumbprint.substring(0, 16))
                        .doesNotContain("\n"));
    }

    @Test
    void whoTriesAllTheTimeIsToldOfOnceInTenMinutes() {
        X509Certificate plc = Certificates.of("plc").make();
        for (int i = 0; i < 500; i++) {
            notices.tell(plc, UNTRUSTED);
        }
        assertThat(lines).hasSize(1);
        passed = Duration.ofMinutes(10);
        notices.tell(plc, UNTRUSTED);
        assertThat(lines).hasSize(2);
    }

    @Test
    void alwaysAnotherOneDoesNotFillTheLog() {
        for (int i = 0; i < 25; i++) {
            notices.tell(Certificates.of("plc").make(), UNTRUSTED);
        }
        assertThat(lines).hasSize(10);
        passed = Duration.ofMinutes(1);
        notices.tell(Certificates.of("plc").make(), UNTRUSTED);
        assertThat(lines).hasSize(11).last().asString().contains("15 more were turned away");
    }

    @Test
    void aSubjectMakesNoLineOfItsOwn() {
        notices.tell(Certificates.of("plc\r\n2026 ERROR forged").make(), UNTRUSTED);
        assertThat(lines).singleElement().asString().doesNotContain("\n").doesNotContain("\r");
    }
}
