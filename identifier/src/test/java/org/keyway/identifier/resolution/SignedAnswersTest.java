package org.keyway.identifier.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.keyway.identifier.resolution.TestChain.signed;
import static org.keyway.identifier.resolution.TestChain.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.Trust;
import org.keyway.identifier.resolution.signature.TestKeys;
import org.keyway.identifier.resolution.source.Question.Level;
import org.keyway.identifier.resolution.source.SecretReference;
import org.keyway.identifier.resolution.source.Signatures;
import org.keyway.identifier.resolution.source.Signatures.Signer;
import org.keyway.identifier.resolution.source.SourceConfiguration;
import org.keyway.identifier.resolution.source.SourceConfiguration.RequestSettings;

final class SignedAnswersTest {
    private static final String HANDLE = "88.118.7/CB-150";
    private static final long END = 4_000_000_000L;

    private final TestService service = new TestService();

    @TempDir
    private Path folder;

    private KeyPair keys = new KeyPair(null, null);
    private Path keyFile = Path.of("");

    @BeforeEach
    void makeKeys() throws Exception {
        keys = TestKeys.of("ES256");
        keyFile = Files.writeString(folder.resolve("plant.pem"), TestKeys.pem(keys.getPublic()));
    }

    @AfterEach
    void close() {
        service.close();
    }

    private Signatures signatures(boolean demanded) {
        return new Signatures(List.of(new Signer("plant", new SecretReference("file:" + keyFile))), demanded);
    }

    private TestChain lookup(boolean demanded) {
        SourceConfiguration plain = source("http", service.url() + "/{value}");
        return new TestChain(List.of(service.host()), signed(plain, signatures(demanded)));
    }

    private TestChain proxy(boolean demanded) throws Exception {
        Files.writeString(keyFile, resource("signer.pem"));
        Signer registry = new Signer("300:0.NA/88.118", new SecretReference("file:" + keyFile));
        return new TestChain(
                List.of(service.host()),
                signed(source("handle", service.url()), new Signatures(List.of(registry), demanded)));
    }

    private static String resource(String name) throws Exception {
        try (var stream = SignedAnswersTest.class.getResourceAsStream("signature/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String claims(String signer, String subject, long end) {
        return "{\"iss\":\"%s\",\"sub\":\"%s\",\"exp\":%d,\"number\":\"P150\",\"bore\":\"C\"}"
                .formatted(signer, subject, end);
    }

    private void signs(String claims) throws GeneralSecurityException {
        joses(TestKeys.sign("ES256", claims, keys.getPrivate()));
    }

    private void joses(String jws) {
        service.behaves(exchange -> TestService.answer(exchange, 200, "application/jose", jws));
    }

    @Test
    void anAnswerThatAConfiguredSignerSignedIsSigned() throws Exception {
        signs(claims("plant", "plain:X1", END));

        ProductIdentity identity = lookup(true).identity("X1");

        assertThat(identity.trust()).isEqualTo(Trust.SIGNED_REMOTE);
        assertThat(identity.attributes()).isEqualTo(Map.of("boreClass", "C", "hardness", 95L));
        assertThat(service.requests.get(0).accept()).startsWith("application/jose");
    }

    @ParameterizedTest
    @CsvSource({
        "plant,  plain:X2, 4000000000, KW-ID-227",
        "plant,  plain:X1, 1764057000, KW-ID-228",
        "nobody, plain:X1, 4000000000, KW-ID-229"
    })
    void whatProvesNothingIsRefusedWhereASignatureIsDemandedElseTakenForWhatItIs(
            String signer, String subject, long end, String code) throws Exception {
        signs(claims(signer, subject, end));

        assertThat(lookup(true).unknown("X1")).isEqualTo(code);
        assertThat(lookup(false).identity("X1").trust()).isEqualTo(Trust.REMOTE);
    }

    @Test
    void aForgedPayloadIsRefused() throws Exception {
        String[] parts = TestKeys.sign("ES256", claims("plant", "plain:X1", END), keys.getPrivate())
                .split("\\.", 3);
        String[] other = TestKeys.sign("ES256", claims("plant", "plain:X1", END + 1), keys.getPrivate())
                .split("\\.", 3);
        joses(parts[0] + "." + other[1] + "." + parts[2]);

        assertThat(lookup(true).unknown("X1")).isEqualTo("KW-ID-227");
    }

    @Test
    void anUnsignedAnswerIsRefusedWhereASignatureIsDemanded() {
        service.answers("{\"number\":\"P150\"}");

        assertThat(lookup(true).unknown("X1")).isEqualTo("KW-ID-226");
        assertThat(lookup(false).identity("X1").trust()).isEqualTo(Trust.REMOTE);
    }

    @Test
    void aSignerWhoseKeyCantBeReadIsUnknown() throws Exception {
        signs(claims("plant", "plain:X1", END));
        Files.delete(keyFile);

        assertThat(lookup(true).unknown("X1")).isEqualTo("KW-ID-229");
    }

    @Test
    void signedJsonIsTakenWithoutSignersTooButAsRemote() throws Exception {
        signs(claims("plant", "plain:X1", END));
        TestChain chain = new TestChain(List.of(service.host()), source("http", service.url() + "/{value}"));

        assertThat(chain.identity("X1").trust()).isEqualTo(Trust.REMOTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e30.e30", "{\"number\":\"P150\"}", "e30.W10.AA"})
    void whatIsCalledSignedAndIsNotCantBeUsed(String body) {
        joses(body);

        assertThat(lookup(false).unknown("X1")).isEqualTo("KW-ID-175");
    }

    @Test
    void anAnswerAboutOnePartIsSignedForThatPart() throws Exception {
        SourceConfiguration perPart = source(
                "http", service.url() + "/{value}/{serial}", Level.PART, RequestSettings.USUAL, Optional.empty());
        TestChain chain = new TestChain(List.of(service.host()), signed(perPart, signatures(true)));
        String label = "]d20106901234000016" + "21A0042";
        signs(claims("plant", "gtin:06901234000016", END));
        assertThat(chain.unknown(label)).isEqualTo("KW-ID-227");

        signs(claims("plant", "gtin:06901234000016;serial=A0042", END));
        assertThat(chain.identity(label).trust()).isEqualTo(Trust.SIGNED_REMOTE);
    }

    @Test
    void aSignedAnswerIsKeptNoLongerThanItsSignatureIsValid() throws Exception {
        TestChain chain = lookup(true);
        signs(claims("plant", "plain:X1", chain.clock.instant().getEpochSecond() + 600));
        chain.identity("X1");
        chain.clock.move(Duration.ofSeconds(599));
        assertThat(chain.identity("X1").trust()).isEqualTo(Trust.SIGNED_REMOTE);
        assertThat(service.requests).hasSize(1);

        chain.clock.move(Duration.ofSeconds(61));
        assertThat(chain.unknown("X1")).isEqualTo("KW-ID-228");
        assertThat(service.requests).hasSize(2);
    }

    /** Of the record 5 values are signed; hardness came after the signature. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRecordWithAHandleSignatureIsSigned(boolean demanded) throws Exception {
        service.answers(resource("record.json"));

        ProductIdentity identity = proxy(demanded).identity(HANDLE);

        assertThat(identity.trust()).isEqualTo(Trust.SIGNED_REMOTE);
        assertThat(identity.attributes()).containsEntry("boreClass", "C");
    }

    @Test
    void aValueThatNobodySignedIsLeftOutOfASignedRecord() throws Exception {
        service.answers(resource("record.json").replace("\"hardness\"", "\"deep\""));
        SourceConfiguration plain = source("handle", service.url());
        SourceConfiguration mapped = new SourceConfiguration(
                plain.name(),
                plain.type(),
                plain.url(),
                plain.kinds(),
                plain.level(),
                plain.product(),
                Map.of("deep", "heat", "bore", "boreClass"),
                plain.token(),
                plain.login(),
                plain.insecure(),
                plain.certificate(),
                new Signatures(List.of(new Signer("300:0.NA/88.118", new SecretReference("file:" + keyFile))), true),
                plain.request());
        Files.writeString(keyFile, resource("signer.pem"));

        assertThat(new TestChain(List.of(service.host()), mapped)
                        .identity(HANDLE)
                        .attributes())
                .containsEntry("boreClass", "C")
                .doesNotContainKey("heat");
    }

    @Test
    void aRecordThatSomebodyChangedIsRefusedWhereASignatureIsDemanded() throws Exception {
        service.answers(resource("record.json").replace("\"value\": \"C\"", "\"value\": \"D\""));

        assertThat(proxy(true).unknown(HANDLE)).isEqualTo("KW-ID-227");
        assertThat(proxy(false).identity(HANDLE).trust()).isEqualTo(Trust.REMOTE);
    }

    @Test
    void anotherHandlesSignedRecordIsRefused() throws Exception {
        service.answers(resource("record.json"));

        assertThat(proxy(true).unknown(HANDLE + "1")).isEqualTo("KW-ID-227");
    }

    @Test
    void aForgedAnswerIsToldAlsoWhereAnEarlierOneIsKept() throws Exception {
        service.answers(resource("record.json"));
        TestChain chain = proxy(true);
        chain.identity(HANDLE);
        chain.clock.move(Duration.ofDays(2));
        service.answers(resource("record.json").replace("\"value\": \"C\"", "\"value\": \"D\""));

        assertThat(chain.unknown(HANDLE)).isEqualTo("KW-ID-227");
    }

    @Test
    void aDemandThatNobodyCouldMeetIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signed(source("http", service.url()), new Signatures(List.of(), true)))
                .withMessageContaining("needs signers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signed(source("idhub", service.url()), signatures(false)))
                .withMessageContaining("handle and http");
        Signer signer = new Signer("plant", new SecretReference("file:x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Signatures(List.of(signer, signer), false))
                .withMessageContaining("twice");
    }
}
