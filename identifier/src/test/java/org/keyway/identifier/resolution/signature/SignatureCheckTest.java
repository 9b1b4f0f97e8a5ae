package org.keyway.identifier.resolution.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.resolution.signature.SignatureVerdict.Fault;
import org.keyway.identifier.resolution.signature.SignatureVerdict.Invalid;
import org.keyway.identifier.resolution.signature.SignatureVerdict.Valid;

final class SignatureCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final String CLAIMS = "{\"iss\":\"plant\",\"sub\":\"part:P1\",\"exp\":%d,\"number\":\"P150\"}"
            .formatted(NOW.getEpochSecond() + 600);

    private static SignatureVerdict verdict(String jws, PublicKey key) {
        SignatureCheck check = new SignatureCheck(
                id -> id.equals("plant") ? Optional.of(key) : Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC));
        return check.judge(CompactSignature.read(jws).orElseThrow(), "part:P1");
    }

    private static Fault fault(String jws, PublicKey key) {
        SignatureVerdict verdict = verdict(jws, key);
        assertThat(verdict).isInstanceOf(Invalid.class);
        return ((Invalid) verdict).fault();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "EdDSA"})
    void aSignatureOfTheConfiguredKeyIsValidUntilItsEnd(String algorithm) throws Exception {
        KeyPair keys = TestKeys.of(algorithm);

        assertThat(verdict(TestKeys.sign(algorithm, CLAIMS, keys.getPrivate()), keys.getPublic()))
                .isEqualTo(new Valid("plant", NOW.plusSeconds(600)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "EdDSA"})
    void onePayloadInThePlaceOfAnotherIsFound(String algorithm) throws Exception {
        KeyPair keys = TestKeys.of(algorithm);
        String[] parts = TestKeys.sign(algorithm, CLAIMS, keys.getPrivate()).split("\\.", 3);
        String forged = parts[0] + "." + TestKeys.part(CLAIMS.replace("P150", "P151")) + "." + parts[2];

        assertThat(fault(forged, keys.getPublic())).isEqualTo(Fault.BROKEN);
    }

    @Test
    void anotherKeyOfTheSameKindIsFound() throws Exception {
        String jws = TestKeys.sign("ES256", CLAIMS, TestKeys.of("ES256").getPrivate());

        assertThat(fault(jws, TestKeys.of("ES256").getPublic())).isEqualTo(Fault.BROKEN);
    }

    @ParameterizedTest
    @CsvSource({"RS256, ES256", "ES256, RS256", "EdDSA, ES256", "RS256, EdDSA"})
    void aKeyServesItsOwnAlgorithmOnly(String algorithm, String named) throws Exception {
        KeyPair keys = TestKeys.of(algorithm);
        String jws = TestKeys.signWithHeader(algorithm, "{\"alg\":\"%s\"}".formatted(named), CLAIMS, keys.getPrivate());

        assertThat(fault(jws, keys.getPublic())).isEqualTo(Fault.BROKEN);
    }

    @Test
    void noSignatureAtAllIsNone() throws Exception {
        PublicKey key = TestKeys.of("RS256").getPublic();

        assertThat(fault(TestKeys.part("{\"alg\":\"none\"}") + "." + TestKeys.part(CLAIMS) + ".", key))
                .isEqualTo(Fault.BROKEN);
    }

    @Test
    void aPublicKeyIsNeverTakenForASharedSecret() throws Exception {
        PublicKey key = TestKeys.of("RS256").getPublic();
        String signed = TestKeys.part("{\"alg\":\"HS256\"}") + "." + TestKeys.part(CLAIMS);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
        byte[] code = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));

        assertThat(fault(signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(code), key))
                .isEqualTo(Fault.BROKEN);
    }

    @Test
    void aShortRsaKeyAndAnotherCurveProveNothing() throws Exception {
        KeyPair small = TestKeys.rsa(1024);
        KeyPair curve = TestKeys.onCurve("secp384r1");

        assertThat(fault(TestKeys.sign("RS256", CLAIMS, small.getPrivate()), small.getPublic()))
                .isEqualTo(Fault.BROKEN);
        assertThat(fault(TestKeys.sign("ES256", CLAIMS, curve.getPrivate()), curve.getPublic()))
                .isEqualTo(Fault.BROKEN);
    }

    @Test
    void anExtensionThatMustBeUnderstoodIsRefused() throws Exception {
        KeyPair keys = TestKeys.of("EdDSA");
        String header = "{\"alg\":\"EdDSA\",\"crit\":[\"b64\"],\"b64\":false}";

        assertThat(fault(TestKeys.signWithHeader("EdDSA", header, CLAIMS, keys.getPrivate()), keys.getPublic()))
                .isEqualTo(Fault.BROKEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"iss\":\"plant\",\"sub\":\"part:P1\",\"exp\":1764057500}                   | OUT_OF_TIME",
                "{\"iss\":\"plant\",\"sub\":\"part:P1\"}                                      | OUT_OF_TIME",
                "{\"iss\":\"plant\",\"sub\":\"part:P1\",\"exp\":\"4000000000\"}               | OUT_OF_TIME",
                "{\"iss\":\"plant\",\"sub\":\"part:P1\",\"exp\":1e999999}                     | OUT_OF_TIME",
                "{\"iss\":\"plant\",\"sub\":\"part:P1\",\"exp\":4000000000,\"nbf\":3999999999} | OUT_OF_TIME",
                "{\"iss\":\"plant\",\"sub\":\"part:P1\",\"exp\":4000000000,\"nbf\":\"now\"}   | OUT_OF_TIME",
                "{\"iss\":\"plant\",\"sub\":\"part:P2\",\"exp\":4000000000}                   | BROKEN",
                "{\"iss\":\"plant\",\"exp\":4000000000}                                       | BROKEN",
                "{\"iss\":\"other\",\"sub\":\"part:P1\",\"exp\":4000000000}                   | UNKNOWN_SIGNER",
                "{\"sub\":\"part:P1\",\"exp\":4000000000}                                     | UNKNOWN_SIGNER"
            })
    void claimsThatProveNothingHereAreToldApart(String claims, Fault fault) throws Exception {
        KeyPair keys = TestKeys.of("EdDSA");

        assertThat(fault(TestKeys.sign("EdDSA", claims, keys.getPrivate()), keys.getPublic()))
                .isEqualTo(fault);
    }

    @Test
    void withoutAnIssuerTheHeadersKeyIdNamesTheSigner() throws Exception {
        KeyPair keys = TestKeys.of("EdDSA");
        String claims = "{\"sub\":\"part:P1\",\"exp\":4000000000}";
        String jws =
                TestKeys.signWithHeader("EdDSA", "{\"alg\":\"EdDSA\",\"kid\":\"plant\"}", claims, keys.getPrivate());

        assertThat(verdict(jws, keys.getPublic())).isInstanceOf(Valid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "a.b", "e30.e30.e30.e30", "e30=.e30.", "e30.W10.", "W10.e30.", "e 0.e30.", "x.y.z"
            })
    void whatIsNoCompactSignatureIsNotRead(String text) {
        assertThat(CompactSignature.read(text)).isEmpty();
    }

    @Test
    void aTextBeyondTheLimitIsNotRead() {
        assertThat(CompactSignature.read("e30.e30." + "A".repeat(256 * 1024))).isEmpty();
        assertThat(CompactSignature.read("e30.e30." + "A".repeat(1024))).isPresent();
    }
}
