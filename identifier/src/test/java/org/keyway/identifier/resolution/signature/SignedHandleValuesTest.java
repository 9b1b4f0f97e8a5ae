package org.keyway.identifier.resolution.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.identifier.resolution.json.AnswerJson;
import org.keyway.identifier.resolution.signature.SignatureVerdict.Fault;
import org.keyway.identifier.resolution.signature.SignatureVerdict.Invalid;
import org.keyway.identifier.resolution.signature.SignatureVerdict.Valid;
import tools.jackson.databind.JsonNode;

/**
 * Against a record that the Handle System's own software (version 9.3.1) signed and wrote as JSON: {@code record.json}, by the
 * key in {@code signer.pem}. Of its values 5 came after the signature.
 */
final class SignedHandleValuesTest {
    private static final String HANDLE = "88.118.7/CB-150";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T08:00:00Z"), ZoneOffset.UTC);

    private static String resource(String name) {
        try (InputStream stream = SignedHandleValuesTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SignedHandleValues judged(String record, String handle, String signer) {
        SignatureCheck check = new SignatureCheck(
                id -> id.equals(signer) ? KeyText.publicKey(resource("signer.pem")) : Optional.empty(), CLOCK);
        JsonNode document =
                AnswerJson.read(record.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        return SignedHandleValues.of(document.path("values"), handle, check);
    }

    private static SignatureVerdict changed(String from, String to) {
        String record = resource("record.json");
        assertThat(record).contains(from);
        return judged(record.replaceFirst(java.util.regex.Pattern.quote(from), to), HANDLE, "300:0.NA/88.118")
                .verdict();
    }

    @Test
    void aRecordThatTheHandleSystemSignedIsValid() {
        SignedHandleValues judged = judged(resource("record.json"), HANDLE, "300:0.NA/88.118");

        assertThat(judged.verdict()).isEqualTo(new Valid("300:0.NA/88.118", Instant.ofEpochSecond(4_000_000_000L)));
        assertThat(judged.values())
                .extracting(value -> value.path("index").intValue())
                .containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"P150\"         | \"P151\"",
                "\"number\"       | \"nummer\"",
                "\"ttl\": 60      | \"ttl\": 61",
                "14:13:20Z        | 14:13:21Z",
                "\"1111\"         | \"1110\"",
                "AAH/gA==         | AAH/gQ==",
                "88.118/REF       | 88.118/REG",
                "\"index\": 7     | \"index\": 8",
                "\"index\": 4,    | \"index\": 6,",
                "\"index\": 4,    | \"index\": 1,"
            })
    void whateverIsChangedInASignedValueIsFound(String from, String to) {
        assertThat(changed(from, to))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.fault()).isEqualTo(Fault.BROKEN));
    }

    @Test
    void theTimeStampIsNotSigned() {
        assertThat(changed("2025-11-24T16:00:00Z", "2026-01-01T00:00:00Z")).isInstanceOf(Valid.class);
    }

    @Test
    void anotherHandlesRecordAndAStrangersSignatureProveNothing() {
        assertThat(judged(resource("record.json"), "88.118.7/CB-151", "300:0.NA/88.118")
                        .verdict())
                .isEqualTo(new Invalid(Fault.BROKEN, "signed for another label"));
        SignedHandleValues stranger = judged(resource("record.json"), HANDLE, "300:0.NA/88.119");
        assertThat(stranger.verdict())
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.fault()).isEqualTo(Fault.UNKNOWN_SIGNER));
        assertThat(stranger.values()).hasSize(7);
    }

    @Test
    void aRecordWithoutASignatureHasNone() {
        assertThat(changed("HS_SIGNATURE", "NOTE")).isEqualTo(new SignatureVerdict.Absent());
    }

    @ParameterizedTest
    @CsvSource({"SHA-1", "MD5", "sha-256", "''"})
    void digestsThatProveNothingAreNotAccepted(String digest) throws Exception {
        var keys = TestKeys.of("EdDSA");
        String claims = "{\"iss\":\"x\",\"sub\":\"h/1\",\"exp\":4000000000,\"digests\":{\"alg\":\"%s\",\"digests\":[]}}"
                .formatted(digest);
        String record =
                "{\"values\":[{\"index\":9,\"type\":\"HS_SIGNATURE\",\"data\":{\"format\":\"string\",\"value\":\"%s\"}}]}"
                        .formatted(TestKeys.sign("EdDSA", claims, keys.getPrivate()));
        SignatureCheck check = new SignatureCheck(id -> Optional.of(keys.getPublic()), CLOCK);
        JsonNode values = AnswerJson.read(record.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .path("values");

        assertThat(SignedHandleValues.of(values, "h/1", check).verdict()).isInstanceOf(Invalid.class);
    }
}
