package org.keyway.opcua.security.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.opcua.security.ApplicationIdentity;

final class OwnCertificateTest {
    private static final Clock NOW = Clock.systemUTC();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private OwnCertificate own(Clock clock, String... names) {
        return new OwnCertificate(folder, List.of(names), clock);
    }

    private static List<String> alternatives(X509Certificate certificate) throws Exception {
        List<String> names = new ArrayList<>();
        certificate.getSubjectAlternativeNames().forEach(name -> names.add(String.valueOf(name.get(1))));
        return names;
    }

    @Test
    void itNamesTheConfiguredHostsAndTheApplication() throws Exception {
        ApplicationIdentity identity =
                own(NOW, "keyway.example", "10.1.2.3", "fe80:0:0:0:0:0:0:1").current();
        assertThat(alternatives(identity.certificate()))
                .contains(
                        identity.applicationUri(),
                        "keyway.example",
                        "10.1.2.3",
                        "fe80:0:0:0:0:0:0:1",
                        "localhost",
                        "127.0.0.1");
        assertThat(identity.certificate().getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void itStaysAsItIsWhileNothingChanges() throws Exception {
        X509Certificate first = own(NOW, "keyway.example").current().certificate();
        assertThat(own(NOW, "keyway.example").current().certificate()).isEqualTo(first);
    }

    @Test
    void otherHostNamesMakeItAnewWithTheSameKey() throws Exception {
        ApplicationIdentity first = own(NOW, "keyway.example").current();
        ApplicationIdentity second = own(NOW, "keyway.example", "10.1.2.3").current();
        assertThat(second.certificate()).isNotEqualTo(first.certificate());
        assertThat(second.keys().getPrivate()).isEqualTo(first.keys().getPrivate());
        assertThat(second.certificate().getPublicKey())
                .isEqualTo(first.certificate().getPublicKey());
    }

    @Test
    void everyInstallationIsAnApplicationOfItsOwnAndStaysIt(@TempDir Path other) throws Exception {
        String uri = own(NOW, "Keyway.example").current().applicationUri();
        assertThat(uri).matches("urn:keyway\\.example:keyway:[0-9a-f]{16}");
        assertThat(new OwnCertificate(other, List.of("keyway.example"), NOW)
                        .current()
                        .applicationUri())
                .isNotEqualTo(uri);
        assertThat(own(NOW, "keyway.example").current().applicationUri()).isEqualTo(uri);
        ApplicationIdentity renewed = own(NOW, "another.example").current();
        assertThat(alternatives(renewed.certificate())).contains("another.example", uri);
    }

    /** Machines that trust an older Keyway go on trusting it. */
    @Test
    void aCertificateForEveryKeywayStaysUntilItIsMadeAnewAtAStart() throws Exception {
        KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
        X509Certificate shared = new SelfSignedCertificateBuilder(keys)
                .setApplicationUri("urn:keyway:application")
                .addDnsName("localhost")
                .addDnsName("a")
                .addIpAddress("127.0.0.1")
                .build();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("keyway", keys.getPrivate(), "keyway".toCharArray(), new X509Certificate[] {shared});
        try (OutputStream file = Files.newOutputStream(folder.resolve("own.p12"))) {
            store.store(file, "keyway".toCharArray());
        }

        HandMovedClock clock = new HandMovedClock();
        OwnCertificate own = own(clock, "a");
        assertThat(own.current().certificate()).isEqualTo(shared);
        clock.ahead = Duration.between(NOW.instant(), shared.getNotAfter().toInstant());
        assertThat(own.current().applicationUri()).isEqualTo("urn:keyway:application");

        ApplicationIdentity started = own(clock, "a", "b").current();
        assertThat(started.applicationUri()).startsWith("urn:a:keyway:");
        assertThat(started.keys().getPrivate()).isEqualTo(keys.getPrivate());
    }

    @Test
    void itIsMadeAnewBeforeItEnds() throws Exception {
        X509Certificate first = own(NOW, "a").current().certificate();
        Duration left = Duration.between(NOW.instant(), first.getNotAfter().toInstant());
        Clock early = Clock.offset(NOW, left.minus(Duration.ofDays(61)));
        Clock late = Clock.offset(NOW, left.minus(Duration.ofDays(59)));
        assertThat(own(early, "a").current().certificate()).isEqualTo(first);
        assertThat(own(late, "a").current().certificate().getNotAfter()).isAfter(first.getNotAfter());
    }

    @Test
    void aServerThatRunsShowsTheNewOneAndStillKnowsTheOldOne() throws Exception {
        OpcUaConfiguration configuration = new OpcUaConfiguration(folder, 0);
        X509Certificate old = new OwnCertificate(folder, configuration.server().hostNames(), NOW)
                .current()
                .certificate();
        HandMovedClock clock = new HandMovedClock();
        ServerCertificates certificates =
                new ServerCertificates(new Pki(configuration, clock), (chain, uri, hosts) -> {});
        assertThat(certificates.renew()).isFalse();
        clock.ahead = Duration.between(NOW.instant(), old.getNotAfter().toInstant());
        assertThat(certificates.renew()).isTrue();
        assertThat(certificates.current()).isNotEqualTo(old);
        assertThat(certificates.getCertificateEntries())
                .extracting(entry -> entry.certificateChain[0])
                .containsExactly(certificates.current(), old);
    }

    private static final class HandMovedClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return NOW.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return NOW.instant().plus(ahead);
        }
    }

    @Test
    void nobodyElseReadsTheKeyAlsoWhereTheFileWasOpenBefore() throws Exception {
        own(NOW, "a").current();
        assertThat(permissions()).isEqualTo("rw-------");
        Files.setPosixFilePermissions(folder.resolve("own.p12"), PosixFilePermissions.fromString("rw-r--r--"));
        own(NOW, "a").current();
        assertThat(permissions()).isEqualTo("rw-------");
        own(NOW, "b").current();
        assertThat(permissions()).isEqualTo("rw-------");
    }

    @Test
    void aFolderThatIsMadeForItIsClosedToOthers() throws Exception {
        Path made = folder.resolve("data/pki");
        new OwnCertificate(made, List.of("a"), NOW).current();
        for (Path each : List.of(made, folder.resolve("data"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .isEqualTo("rwx------");
        }
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("own.p12")));
    }

    @Test
    void halfAFileInTheFolderOfTrustCountsForNothingAndIsReadWhenItIsWhole() throws Exception {
        TrustFolders trust = new TrustFolders(folder);
        byte[] encoded = Certificates.of("plc").make().getEncoded();
        Path file = Files.createDirectories(folder.resolve("trusted/certs")).resolve("plc.der");
        Files.write(file, Arrays.copyOf(encoded, encoded.length / 2));
        assertThat(trust.getTrustedCertificates()).isEmpty();
        Files.write(file, encoded);
        assertThat(trust.getTrustedCertificates()).hasSize(1);
        Files.delete(file);
        assertThat(trust.getTrustedCertificates()).isEmpty();
    }

    @Test
    void whoeverShowsCertificatesDoesNotFillTheDisk() throws Exception {
        RejectedFolder rejected = new RejectedFolder(folder);
        for (int i = 0; i < RejectedFolder.MOST + 20; i++) {
            rejected.addRejectedCertificate(Certificates.of("plc").make());
        }
        assertThat(rejected.getRejectedCertificates()).hasSize(RejectedFolder.MOST);
    }
}
