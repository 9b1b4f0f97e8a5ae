package org.keyway.opcua.security.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.opcua.OpcUaConfiguration;

final class StrictCertificateValidatorTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final List<String> told = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path pki;

    @SuppressWarnings("NullAway.Init") // set before each
    private TrustFolders trust;

    @SuppressWarnings("NullAway.Init") // set before each
    private RejectedFolder rejected;

    @SuppressWarnings("NullAway.Init") // set before each
    private StrictCertificateValidator validator;

    @BeforeEach
    void open() {
        trust = new TrustFolders(pki);
        rejected = new RejectedFolder(pki);
        validator = StrictCertificateValidator.ofClients(
                trust,
                rejected,
                Clock.systemUTC(),
                (certificate, status) ->
                        told.add(StatusCodes.lookup(status.value()).orElseThrow()[0]));
    }

    private void trusted(X509Certificate certificate) {
        trust.addTrustedCertificate(certificate);
    }

    private void accepted(X509Certificate... chain) {
        assertThatCode(() -> validator.validateCertificateChain(List.of(chain), Certificates.URI, null))
                .doesNotThrowAnyException();
    }

    private void refused(long status, X509Certificate... chain) {
        assertThatThrownBy(() -> validator.validateCertificateChain(List.of(chain), Certificates.URI, null))
                .isInstanceOfSatisfying(
                        UaException.class,
                        e -> assertThat(e.getStatusCode().value()).isEqualTo(status));
        assertThat(told).hasSize(1);
    }

    @Test
    void aTrustedSelfSignedCertificateIsAccepted() {
        X509Certificate plc = Certificates.of("plc").make();
        trusted(plc);
        accepted(plc);
    }

    @Test
    void anUnknownCertificateIsRefusedWithoutAReasonAndKeptToBeLookedAt() {
        X509Certificate plc = Certificates.of("plc").make();
        refused(StatusCodes.Bad_SecurityChecksFailed, plc);
        assertThat(rejected.getRejectedCertificates()).containsExactly(plc);
        assertThat(told).containsExactly("Bad_CertificateUntrusted");
    }

    @Test
    void theFirstOfAllIsToldOfLikeAnyThatIsNotTrustedYet() {
        refused(StatusCodes.Bad_SecurityChecksFailed, Certificates.of("first").make());
        trusted(Certificates.of("another").make());
        refusedLater(Certificates.of("second").make());
        assertThat(told).containsExactly("Bad_CertificateUntrusted", "Bad_CertificateUntrusted");
    }

    private void refusedLater(X509Certificate certificate) {
        assertThatThrownBy(() -> validator.validateCertificateChain(List.of(certificate), Certificates.URI, null))
                .isInstanceOf(UaException.class);
    }

    @Test
    void aTrustedMachineVouchesForNobody() {
        X509Certificate plc = Certificates.of("plc").make();
        trusted(plc);
        X509Certificate evil = Certificates.of("evil").signedBy("plc").make();
        refused(StatusCodes.Bad_SecurityChecksFailed, evil);
        told.clear();
        refused(StatusCodes.Bad_SecurityChecksFailed, evil, plc);
    }

    @Test
    void anAuthorityThatIsTrustedVouchesForItsMachines() {
        trusted(Certificates.of("plant ca").authority().make());
        accepted(Certificates.of("plc").signedBy("plant ca").make());
    }

    @Test
    void whomAnAuthorityHasRevokedIsRefused() throws Exception {
        trusted(Certificates.of("plant ca").authority().make());
        X509Certificate plc = Certificates.of("plc").signedBy("plant ca").make();
        accepted(plc);
        Path list = Files.createDirectories(pki.resolve("trusted/crl")).resolve("plant.crl");
        Files.write(list, Certificates.revocationBy("another ca", plc));
        accepted(plc);
        Files.write(list, Certificates.revocationBy("plant ca", plc));
        refused(StatusCodes.Bad_SecurityChecksFailed, plc);
        assertThat(told).containsExactly("Bad_CertificateRevoked");
    }

    @Test
    void anAuthorityThatIsKnownButNotTrustedDoesNot() {
        trust.addIssuerCertificate(Certificates.of("plant ca").authority().make());
        refused(
                StatusCodes.Bad_SecurityChecksFailed,
                Certificates.of("plc").signedBy("plant ca").make());
    }

    @Test
    void aShortKeyIsRefused() {
        X509Certificate weak = Certificates.of("weak", 1024).make();
        trusted(weak);
        refused(StatusCodes.Bad_CertificatePolicyCheckFailed, weak);
    }

    @Test
    void aKeyThatTakesForeverIsRefused() {
        X509Certificate slow = Certificates.of("slow", 4352).make();
        trusted(slow);
        refused(StatusCodes.Bad_CertificatePolicyCheckFailed, slow);
    }

    @Test
    void aSignatureBySha1IsRefused() {
        X509Certificate old = Certificates.of("plc").with("SHA1withRSA").make();
        trusted(old);
        refused(StatusCodes.Bad_CertificatePolicyCheckFailed, old);
    }

    @Test
    void anAuthorityThatSignsBySha1IsRefusedAsWell() {
        trusted(Certificates.of("plant ca").authority().with("SHA1withRSA").make());
        refused(
                StatusCodes.Bad_CertificatePolicyCheckFailed,
                Certificates.of("plc").signedBy("plant ca").make());
    }

    @Test
    void aCertificateThatHasEndedOrNotBegunIsRefused() {
        X509Certificate ended = Certificates.of("plc")
                .valid(DAY.multipliedBy(-9), DAY.negated())
                .make();
        trusted(ended);
        refused(StatusCodes.Bad_CertificateTimeInvalid, ended);
        told.clear();
        X509Certificate early =
                Certificates.of("plc").valid(DAY, DAY.multipliedBy(9)).make();
        trusted(early);
        refused(StatusCodes.Bad_CertificateTimeInvalid, early);
    }

    @Test
    void aCertificateForSomethingElseIsRefused() {
        X509Certificate web =
                Certificates.of("web").usage(KeyUsage.digitalSignature).make();
        trusted(web);
        refused(StatusCodes.Bad_CertificateUseNotAllowed, web);
        told.clear();
        X509Certificate none = Certificates.of("web").usage(0).make();
        trusted(none);
        refused(StatusCodes.Bad_CertificateUseNotAllowed, none);
        told.clear();
        X509Certificate server =
                Certificates.of("web").purpose(KeyPurposeId.id_kp_serverAuth).make();
        trusted(server);
        refused(StatusCodes.Bad_CertificateUseNotAllowed, server);
    }

    @Test
    void aCertificateOfAnotherApplicationIsRefused() {
        X509Certificate plc = Certificates.of("plc").make();
        trusted(plc);
        assertThatThrownBy(() -> validator.validateCertificateChain(List.of(plc), "urn:another", null))
                .isInstanceOfSatisfying(
                        UaException.class,
                        e -> assertThat(e.getStatusCode().value()).isEqualTo(StatusCodes.Bad_CertificateUriInvalid));
    }

    @Test
    void aHugeCertificateAndAnEndlessChainAreRefusedUnread() {
        X509Certificate huge = Certificates.of("plc").padded(20_000).make();
        trusted(huge);
        refused(StatusCodes.Bad_CertificateInvalid, huge);
        told.clear();
        X509Certificate plc = Certificates.of("plc").make();
        refused(StatusCodes.Bad_CertificateChainIncomplete, plc, plc, plc, plc, plc, plc, plc);
        assertThat(rejected.getRejectedCertificates()).isEmpty();
    }

    @Test
    void whatSomebodyPutsIntoTheFolderCountsAtOnceAndWhatHeTakesOutNoMore() {
        X509Certificate plc = Certificates.of("plc").make();
        refused(StatusCodes.Bad_SecurityChecksFailed, plc);
        TrustDesk desk = new TrustDesk(new Pki(new OpcUaConfiguration(pki, 0), Clock.systemUTC()));
        assertThat(desk.all()).extracting(TrustDesk.Listed::trusted).containsExactly(false);
        assertThat(desk.accept(Thumbprint.of(plc).substring(0, 8))).isInstanceOf(TrustDesk.Outcome.Done.class);
        accepted(plc);
        assertThat(desk.reject(Thumbprint.of(plc))).isInstanceOf(TrustDesk.Outcome.Done.class);
        told.clear();
        refused(StatusCodes.Bad_SecurityChecksFailed, plc);
        assertThat(((TrustDesk.Outcome.Refused) desk.accept("12345678"))
                        .problem()
                        .code())
                .isEqualTo("KW-ACCESS-021");
        assertThat(((TrustDesk.Outcome.Refused) desk.accept("nonsense"))
                        .problem()
                        .code())
                .isEqualTo("KW-ACCESS-020");
    }
}
