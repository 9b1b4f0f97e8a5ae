package org.keyway.identifier.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.keyway.identifier.resolution.json.AnswerJson;
import org.keyway.identifier.resolution.signature.CompactSignature;
import org.keyway.identifier.resolution.signature.KeyText;
import org.keyway.identifier.resolution.signature.SignatureCheck;
import org.keyway.identifier.resolution.signature.SignatureVerdict;
import org.keyway.identifier.resolution.signature.SignedHandleValues;
import org.keyway.identifier.resolution.signature.TestKeys;

/** What services send as signed, and what files hold as keys; nothing here was signed with the keys that count. */
final class SignatureFuzzTest {
    private static final PublicKey KEY = key();
    private static final SignatureCheck CHECK = new SignatureCheck(
            id -> Optional.of(KEY), Clock.fixed(Instant.parse("2026-11-25T08:00:00Z"), ZoneOffset.UTC));

    private static PublicKey key() {
        try {
            return TestKeys.of("EdDSA").getPublic();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @FuzzTest(maxDuration = "1m")
    void aCompactSignatureIsReadOrNotAndProvesNothing(byte[] input) {
        CompactSignature.read(new String(input, StandardCharsets.ISO_8859_1))
                .ifPresent(read -> assertThat(CHECK.judge(read, "")).isInstanceOf(SignatureVerdict.Invalid.class));
    }

    @FuzzTest(maxDuration = "1m")
    void aRecordIsJudgedWithoutATrace(byte[] input) {
        AnswerJson.read(input).ifPresent(document -> {
            SignedHandleValues judged = SignedHandleValues.of(document.path("values"), "88.118.7/CB-150", CHECK);
            assertThat(judged.verdict()).isNotInstanceOf(SignatureVerdict.Valid.class);
            assertThat(judged.values()).isEqualTo(document.path("values"));
        });
    }

    @FuzzTest(maxDuration = "1m")
    void aKeyIsReadOrNot(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        assertThat(KeyText.publicKey(text)).isEqualTo(KeyText.publicKey(text));
        assertThat(KeyText.rsaPrivateKey(text)).isEqualTo(KeyText.rsaPrivateKey(text));
    }
}
