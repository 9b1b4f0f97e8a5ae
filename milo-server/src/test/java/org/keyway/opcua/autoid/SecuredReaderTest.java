package org.keyway.opcua.autoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.reader.ReaderStatus.Feed;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.opcua.security.certificate.Certificates;
import org.keyway.opcua.security.certificate.Pki;
import org.keyway.simulator.reader.ReaderServer;
import org.keyway.simulator.reader.SimulatedCode;
import org.keyway.simulator.reader.SimulatedReader.Telling;
import org.keyway.simulator.server.DeviceSecurity;

/** A reader that signs and encrypts, and asks for a name and a password. */
final class SecuredReaderTest {
    /** The pause between two tries to connect grows. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path pki;

    private static DeviceSecurity with(String password) {
        return new DeviceSecurity(ReaderServer.APPLICATION, ReadStation.USER, password);
    }

    private static String password() {
        return Optional.ofNullable(System.getenv(ReadStation.PASSWORD_FROM)).orElse("");
    }

    private static String told(ReadStation station) {
        await().atMost(PATIENCE).until(() -> !station.problem().isEmpty());
        return station.status().problem().orElseThrow().toString();
    }

    @Test
    void aReaderThatTrustsUsAndIsTrustedIsListenedTo() throws Exception {
        DeviceSecurity security = with(password());
        try (ReadStation station = new ReadStation(pki, Telling.EVENTS, Optional.of(security))) {
            assertThat(told(station)).startsWith("Problem[code=KW-AUTOID-010");

            security.trust(station.pki.own().current().certificate());
            station.pki.trusted().addTrustedCertificate(security.certificate());

            await().atMost(PATIENCE).until(() -> station.status().feed() == Feed.EVENTS);
            station.reader.scan(SimulatedCode.text("RAW:STRING", "A"));
            await().until(() -> station.data().contains("A"));
        }
    }

    @Test
    void aReaderThatDoesNotTrustUsIsTold() throws Exception {
        DeviceSecurity security = with(password());
        try (ReadStation station = new ReadStation(pki, Telling.EVENTS, Optional.of(security))) {
            station.pki.trusted().addTrustedCertificate(security.certificate());
            assertThat(told(station)).contains("KW-AUTOID-010");
            assertThat(station.told).doesNotContain(Feed.EVENTS);
        }
    }

    @Test
    void aReaderWithAnotherPasswordIsTold() throws Exception {
        DeviceSecurity security = with("another");
        try (ReadStation station = new ReadStation(pki, Telling.EVENTS, Optional.of(security))) {
            security.trust(station.pki.own().current().certificate());
            station.pki.trusted().addTrustedCertificate(security.certificate());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(told(station)).contains("Bad_UserAccessDenied"));
            assertThat(station.told).doesNotContain(Feed.EVENTS);
            assertThat(told(station)).doesNotContain(password());
        }
    }

    /** The stack's own check takes any trusted certificate for an authority. */
    @Test
    void aTrustedReaderVouchesForNoOther() throws Exception {
        Certificates trusted = Certificates.of("reader").uri(ReaderServer.APPLICATION);
        Certificates other = Certificates.of("other").uri(ReaderServer.APPLICATION);
        X509Certificate vouchedFor = other.signedBy("reader").make();
        DeviceSecurity security = new DeviceSecurity(other.keys(), vouchedFor, ReadStation.USER, password());
        Pki ours = new Pki(new OpcUaConfiguration(pki, 0), Clock.systemUTC());
        security.trust(ours.own().current().certificate());
        ours.trusted().addTrustedCertificate(trusted.make());
        try (ReadStation station = new ReadStation(pki, Telling.EVENTS, Optional.of(security))) {
            assertThat(told(station)).startsWith("Problem[code=KW-AUTOID-010");
            await().atMost(PATIENCE)
                    .until(() -> ours.rejected().getRejectedCertificates().contains(vouchedFor));
            assertThat(station.told).doesNotContain(Feed.EVENTS);

            ours.trusted().addTrustedCertificate(vouchedFor);

            await().atMost(PATIENCE).until(() -> station.status().feed() == Feed.EVENTS);
        }
    }
}
