package org.keyway.identifier.resolution.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "EdDSA"})
    void aPublicKeyIsReadFromPemAndFromAWebKey(String algorithm) throws Exception {
        KeyPair keys = TestKeys.of(algorithm);

        assertThat(KeyText.publicKey(TestKeys.pem(keys.getPublic()))).contains(keys.getPublic());
        assertThat(KeyText.publicKey(TestKeys.webKey(keys.getPublic()))).contains(keys.getPublic());
    }

    /** Half of all points have their x's lowest bit set, which stands in the last octet. */
    @RepeatedTest(8)
    void everyPointOfEd25519IsRead() throws Exception {
        KeyPair keys = TestKeys.of("EdDSA");

        assertThat(KeyText.publicKey(TestKeys.webKey(keys.getPublic()))).contains(keys.getPublic());
    }

    /** RFC 8037 appendix A.2. */
    @Test
    void theWebKeyOfTheStandardIsRead() {
        assertThat(KeyText.publicKey(
                        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}"))
                .isPresent();
    }

    @Test
    void aKeyThatNoAcceptedAlgorithmUsesIsNone() throws Exception {
        assertThat(KeyText.publicKey(TestKeys.pem(TestKeys.rsa(1024).getPublic())))
                .isEmpty();
        assertThat(KeyText.publicKey(TestKeys.pem(TestKeys.onCurve("secp384r1").getPublic())))
                .isEmpty();
        assertThat(KeyText.publicKey("{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{\"kty\":\"RSA\",\"n\":\"\",\"e\":\"\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"!\",\"y\":\"\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"}",
                "-----BEGIN PUBLIC KEY-----",
                "-----END PUBLIC KEY----------BEGIN PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"
            })
    void whatIsNoKeyIsNone(String text) {
        assertThat(KeyText.publicKey(text)).isEmpty();
        assertThat(KeyText.rsaPrivateKey(text)).isEmpty();
    }

    @Test
    void aPrivateKeyIsTakenForSigningInOnlyWhereItIsRsa() throws Exception {
        KeyPair rsa = TestKeys.of("RS256");

        assertThat(KeyText.rsaPrivateKey(TestKeys.pem(rsa.getPrivate()))).contains(rsa.getPrivate());
        assertThat(KeyText.rsaPrivateKey(TestKeys.pem(TestKeys.of("ES256").getPrivate())))
                .isEmpty();
        assertThat(KeyText.publicKey(TestKeys.pem(rsa.getPrivate()))).isEmpty();
    }
}
